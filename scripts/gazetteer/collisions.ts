import { fold } from '../../lib/text/fold.ts';
import type { SourceAlias, SourceEntry } from '../../lib/topics/source.ts';
import { LANGUAGES } from './languages.ts';

const RANK = new Map(LANGUAGES.map(({ tag }, at) => [tag, at]));
const NAME_RANK = 0.1;
const ALIAS_RANK = 0.2;

/**
 * Gives every spelling to one topic. The earlier language of `LANGUAGES` keeps it, then a name before an alias, then the
 * earlier entry; the others lose it. Repeats within one topic and language go too. Blockers, money and bound forms of
 * compounds are contexts, not names, and may repeat; a blocker that is itself a name goes. Changes the entries; deterministic.
 */
export function settleCollisions(entries: SourceEntry[]): void {
  const best = new Map<string, { id: string; rank: number }>();
  for (const entry of entries) {
    for (const [tag, names] of Object.entries(entry.names)) for (const name of names) claim(best, entry.id, name, rankOf(tag) + NAME_RANK);
    for (const alias of entry.aliases ?? []) if (isName(alias)) claim(best, entry.id, alias.text, rankOf(alias.language) + ALIAS_RANK);
  }
  for (const entry of entries) {
    for (const [tag, names] of Object.entries(entry.names)) {
      entry.names[tag] = names.filter((name) => best.get(fold(name))!.id === entry.id);
      if (entry.names[tag].length === 0) delete entry.names[tag];
    }
    const seen = new Set<string>();
    for (const [tag, names] of Object.entries(entry.names)) for (const name of names) seen.add(`${tag}:${fold(name)}`);
    entry.aliases = (entry.aliases ?? []).filter((alias) => {
      if (isName(alias) && best.get(fold(alias.text))!.id !== entry.id) return false;
      if (alias.role === 'blocker' && best.has(fold(alias.text))) return false;
      const key = `${alias.language}:${isName(alias) ? '' : `${alias.role}:`}${fold(alias.text)}`;
      if (seen.has(key) && !alias.forms) return false;
      seen.add(key);
      return true;
    });
  }
}

/** True for aliases that name the topic by themselves. */
export function isName({ role }: SourceAlias): boolean {
  return role === 'adjective' || role === 'demonym' || role === 'metonym';
}

function rankOf(tag: string): number {
  return RANK.get(tag) ?? RANK.size;
}

function claim(best: Map<string, { id: string; rank: number }>, id: string, name: string, rank: number): void {
  const key = fold(name);
  const known = best.get(key);
  if (!known || rank < known.rank) best.set(key, { id, rank });
}
