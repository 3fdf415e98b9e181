import type { SourceAlias, SourceEntry } from '../../lib/topics/source.ts';

const ENDINGS = ['e', 'en', 'er', 'es', 'em'];
const NOT_ADJECTIVES = /^(?:der|die|das|des|vier|Peter|Walter|Alexander)$/i;

/**
 * Forms of German names that begin with an adjective ("Rotes Meer" → "Roten Meer", "Roten Meeres"): no ending rule for proper
 * names can know them. Returned as one alias of the dictionary form, in the role of a metonym; none where the name has no such word.
 */
export function germanForms(name: string): SourceAlias | undefined {
  const words = name.split(' ');
  const adjectives = words.slice(0, -1).map((word) => (NOT_ADJECTIVES.test(word) ? undefined : /^(.{3,}?)(?:e|er|es)$/.exec(word)?.[1]));
  if (words.length < 2 || adjectives.length === 0 || !adjectives.every(Boolean)) return undefined;
  const noun = words.at(-1)!;
  const forms = ENDINGS.map((ending) => [...adjectives.map((stem) => `${stem}${ending}`), noun].join(' '));
  for (const suffix of /(?:s|ung|ion|e|en)$/.test(noun) ? [] : ['s', 'es']) {
    forms.push([...adjectives.map((stem) => `${stem}en`), `${noun}${suffix}`].join(' '));
  }
  return { text: name, language: 'de', role: 'metonym', forms };
}

/** Adds the German forms of an entry's names and metonyms to it. */
export function addGermanForms(entry: SourceEntry): void {
  if (entry.kind === 'person') return;
  const names = [
    ...(entry.names.de ?? []),
    ...(entry.aliases ?? []).filter((a) => a.language === 'de' && a.role === 'metonym').map((a) => a.text),
  ];
  const found = names.flatMap((name) => germanForms(name) ?? []);
  if (found.length > 0) entry.aliases = [...(entry.aliases ?? []), ...found];
}
