import { perLocale } from './locale.ts';

const languages = perLocale((usable) => new Intl.DisplayNames(usable, { type: 'language', fallback: 'none' }));
const regions = perLocale((usable) => new Intl.DisplayNames(usable, { type: 'region', fallback: 'none' }));
const lists = perLocale((usable) => new Intl.ListFormat(usable, { type: 'conjunction' }));

/** A language's name in the reader's language ("uk" → "Ukrainian"); null where the tag is unknown or malformed. */
export function languageName(tag: string | null, locale: string): string | null {
  if (tag === null || tag === '' || tag === 'und') return null;
  try {
    return languages(locale).of(tag) ?? null;
  } catch {
    return null;
  }
}

/** A country's name in the reader's language ("UA" → "Ukraine"); null where the code is unknown or malformed. */
export function countryName(code: string, locale: string): string | null {
  try {
    return regions(locale).of(code) ?? null;
  } catch {
    return null;
  }
}

/** True where two BCP 47 tags name the same language, regions and scripts aside. Unknown tags never match. */
export function sameLanguage(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === '' || b === '') return false;
  return primaryTag(a) === primaryTag(b);
}

function primaryTag(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}

/** Names joined as people do ("Lviv, Dnipro and Votkinsk"). */
export function formatList(items: string[], locale: string): string {
  return lists(locale).format(items);
}

/** The same in parts: each name, and the words between them. */
export function listParts(items: string[], locale: string): { type: 'element' | 'literal'; value: string }[] {
  return lists(locale).formatToParts(items);
}

/** At most two initials of a person's name, upper case; a middle dot where the name has no letter. */
export function initials(name: string): string {
  const words = name.split(/[\s\u00a0]+/u).flatMap((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? []);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.join('').toLocaleUpperCase() || '·';
}

/** A host as people read it: without "www." and with Unicode controls removed. */
export function readableHost(host: string): string {
  return host.replace(/^www\./i, '').replace(/[\p{Cc}\p{Cf}]/gu, '');
}
