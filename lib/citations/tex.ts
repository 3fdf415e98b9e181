import { invertedName, nameParts } from './names.ts';
import type { CitedReport } from './source.ts';

/** What TeX takes for a command. */
const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Names of an entry, "Family, Given" joined by "and"; whole ones in braces. Null where there are none. */
export function texAuthors({ authors, language }: CitedReport): string | null {
  if (authors.length === 0) return null;
  return authors
    .map(({ name, isOrganisation }) => {
      const parts = nameParts(name, isOrganisation, language);
      // Braces keep a whole name whole, and an "and" within it from parting it.
      if (/\sand\s/i.test(name)) return `{${texEscaped(name)}}`;
      return 'literal' in parts ? `{${texEscaped(parts.literal)}}` : texEscaped(invertedName(parts));
    })
    .join(' and ');
}

/** The first of two characters that TeX's fonts join: into dashes, quotation marks, inverted marks. */
const JOINED = /-(?=-)|`(?=`)|'(?=')|[!?](?=`)|<(?=<)|>(?=>)|,(?=,)/g;

/** Text for a field: one line, with what TeX takes for commands escaped and what its fonts would join kept apart. */
export function texEscaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}&%$#_~^]/g, (char) => SPECIAL[char] ?? char)
    .replace(JOINED, '$&{}');
}

/** Addresses stand as they are; what would end the field is percent-encoded. Null where none is known. */
export function texAddress(url: string | null): string | null {
  return url === null ? null : url.replace(/[{}\\\s]/g, (char) => encodeURIComponent(char));
}

/** A key made of family name (else host), year and the title's first long word, not among those taken; it is taken from then on. */
export function entryKey({ authors, published, title, language, url }: CitedReport, taken: Set<string>): string {
  const [first] = authors;
  const parts = first === undefined ? null : nameParts(first.name, first.isOrganisation, language);
  const family = parts === null ? '' : 'literal' in parts ? parts.literal : parts.family;
  const word = title.split(/[^\p{L}\p{N}]+/u).find((one) => one.length > 3) ?? '';
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
  const stem =
    [plain(family) || plain(url === null ? '' : new URL(url).hostname.replace(/^www\./, '')), published?.year ?? '', plain(word)]
      .filter(Boolean)
      .join('-') || 'report';
  let key = stem;
  for (let more = 2; taken.has(key); more++) key = `${stem}-${more}`;
  taken.add(key);
  return key;
}
