import type { AliasRole } from '../../lib/topics/source.ts';

/** One hand-written alias; `forms` are irregular forms matched as they stand. */
export interface HandAlias {
  text: string;
  forms: string[];
}

/** What a line of a hand-written file says of one country. */
export interface HandLine {
  code: string;
  /** Names in order of preference; the first stands before CLDR's where `label` is set. */
  label: string | null;
  names: HandAlias[];
  aliases: { role: AliasRole; alias: HandAlias }[];
}

const ROLES: Record<string, AliasRole> = { a: 'adjective', d: 'demonym', m: 'metonym', c: 'compound', b: 'blocker', s: 'money' };

/**
 * Reads "XX: l Label; n name (form, form), name; a adjective; d person; m seat; c bound-; b blocker; s money" lines.
 * Throws on anything else: the files are our own, and a slip in them must stop the build.
 */
export function parseAliases(source: string): HandLine[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseLine);
}

function parseLine(line: string): HandLine {
  const head = /^([A-Z]{2}|NATO): /.exec(line);
  if (!head) throw new Error(`No country at the start of "${line}"`);
  const parsed: HandLine = { code: head[1]!, label: null, names: [], aliases: [] };
  for (const section of line.slice(head[0].length).split(';')) {
    const [, key, list] = /^\s*([lnadmcbs]) (.+)$/.exec(section) ?? [];
    if (!key || !list) throw new Error(`Cannot read "${section}" in "${line}"`);
    for (const alias of parseList(list)) {
      const role = ROLES[key];
      if (role) parsed.aliases.push({ role, alias });
      else if (key === 'l') parsed.label = alias.text;
      if (key === 'l' || key === 'n') parsed.names.push(alias);
    }
  }
  return parsed;
}

function parseList(list: string): HandAlias[] {
  return [...list.matchAll(/([^,(]+)(?:\(([^)]*)\))?(?:,|$)/g)].map(([, text, forms]) => ({
    text: text!.trim(),
    forms: forms ? forms.split(',').map((form) => form.trim()) : [],
  }));
}
