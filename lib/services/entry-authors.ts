import type { PageAuthor } from '../core/snapshot.ts';
import { agencyName, isAgency } from '../extract/agency-name.ts';
import { tidyAuthors } from '../extract/authors.ts';
import { namesOf, withoutLeadIn } from '../extract/names.ts';
import { isDesk } from '../extract/organisation-name.ts';
import { fold } from '../text/fold.ts';

/** "Larkspur, Odetta", "van der Berg, Jan": a last name of one word, and what stands before such a word. */
const TURNED =
  /^((?:(?:v[ao]n|d[aeiou]|de[lnrs]|della|d[ao]s|l[aeo]|te[nr]|zu[mr]?|bin|al|el|mac)\s+)*[^\s,]+)\s*,\s*([^\s,]+(?:\s+[^\s,]+){0,2})$/iu;
/** "José Ortega y Gasset", "Antoni Rovira i Virgili": both names of one person. */
const TWO_SURNAMES = /^\S+(?:\s\S+)+\s[yie]\s\S+$/u;
/** "Text: Jane Doe": what stands before a colon is no name. */
const LABEL = /^(?:text|words|story|report|reporting|текст)\s*[:：]\s*/iu;
/** Agencies stand behind a name in ways that names do not. */
const PARTS = /\s*(?:[,;|&/()]|\s(?:and|und|et|y|и|та|і)\s)\s*/iu;
/** In small letters "apa" and "ani" are names. */
const SHORT = 4;

/**
 * Who signs an entry of a feed or a row of a table: each person by themselves, without "By", place and role; agencies, companies, desks and the outlet
 * (known by any of `outletNames`) as organisations, a desk or the outlet only where no person signs. Nobody for "admin" and the like.
 */
export function entryAuthors(stated: readonly { name: string }[], outletNames: readonly string[]): PageAuthor[] {
  const outlets = new Set(outletNames.map(masthead));
  const names = stated.flatMap(({ name }) => namesIn(name.trim()));
  const firsts = names.filter((name, at) => names.findIndex((other) => fold(other) === fold(name)) === at);
  const all = firsts.map((name): PageAuthor => {
    const isOutlet = outlets.has(masthead(name));
    return { name, url: null, jobTitle: null, bio: null, sameAs: [], ...(isOutlet && { type: 'Organization' as const }) };
  });
  const authors = tidyAuthors(all, outletNames[0] ?? '');
  const isSigned = authors.some(({ type }) => type === undefined);
  return isSigned ? authors.filter(({ name }) => !outlets.has(masthead(name))) : authors;
}

/** A byline of one person who is named "Last, First": the name as it is said; else null. */
export function turnedName(byline: string): string | null {
  const [, last = '', first = ''] = TURNED.exec(byline) ?? [];
  const isOfPerson = (part: string) => namesOf(part, true).length === 1 && !isAgency(part) && !isDesk(part);
  return isOfPerson(last) && isOfPerson(first) ? `${first} ${last}` : null;
}

function namesIn(stated: string): string[] {
  const byline = withoutLeadIn(stated.replace(LABEL, '')).replace(/(?<=\S \S+) for \p{Lu}.*$/u, '');
  const whole = TWO_SURNAMES.test(byline) ? byline : turnedName(byline);
  if (whole !== null) return [whole];
  const names = namesOf(byline, true);
  if (names.length === 0 && isDesk(stated)) return [stated];
  const agencies = byline.split(PARTS).filter((part) => agencyName(part) !== null && (part.length > SHORT || part === part.toUpperCase()));
  return [...names, ...agencies];
}

/** "The Kyiv Independent" and "Kyiv Independent" are one masthead. */
function masthead(name: string): string {
  return fold(name).replace(/^the /, '');
}
