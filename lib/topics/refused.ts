import type { Mention } from '../core/topic.ts';
import { fold } from '../text/fold.ts';
import type { SourceEntry } from './source.ts';

/** Ids of entries that hold refusals; no topic may have one that begins so. */
export const REFUSED_ID = 'refused:';
/** A description of an entry keeps so much. */
const MOST_CHARACTERS = 5000;

/** A phrase that does not mean a topic, by topic and folded. */
export function refusal(topicId: string, phrase: string): string {
  return `${topicId}\t${fold(phrase).replace(/\s+/gu, ' ')}`;
}

/** Refusals as entries without a name, which no text can match: so they are part of a layer's bytes, and come and go with it. */
export function refusedEntries(refusals: Iterable<string>): SourceEntry[] {
  const descriptions = [''];
  for (const refused of [...new Set(refusals)].sort()) {
    const last = descriptions.at(-1) as string;
    if (last.length + refused.length + 1 <= MOST_CHARACTERS) descriptions[descriptions.length - 1] = `${last}${refused}\n`;
    else descriptions.push(`${refused}\n`);
  }
  return descriptions.flatMap((description, at) =>
    description === '' ? [] : [{ id: `${REFUSED_ID}${at}`, kind: 'topic' as const, names: {}, description }],
  );
}

/** The refusals that a gazetteer's layers hold. */
export function refusalsIn(description: (id: string) => string | null): Set<string> {
  const found = new Set<string>();
  for (let at = 0; ; at++) {
    const text = description(`${REFUSED_ID}${at}`);
    if (text === null) return found;
    for (const line of text.split('\n')) if (line !== '') found.add(line);
  }
}

/** The mentions of a topic that the user did not refuse. */
export function withoutRefused(id: string, mentions: Mention[], refusals: ReadonlySet<string>): Mention[] {
  return refusals.size === 0 ? mentions : mentions.filter(({ surface }) => !refusals.has(refusal(id, surface)));
}
