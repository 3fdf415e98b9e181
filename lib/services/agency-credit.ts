import type { Article } from '../core/article.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import { agencyName } from '../extract/agency-name.ts';
import { closingAgency, datelineOf } from '../extract/dateline.ts';

/**
 * The news agency that a report is credited to, in one spelling: it publishes the report itself, signs it, stands in its dateline or in brackets at
 * its end. "According to AFP" in a sentence is no credit. Null where none is named; a stored report's text need not be at hand.
 */
export function creditOf(
  { authors, outletId, description, text }: Pick<Article, 'authors' | 'outletId' | 'description' | 'text'>,
  outletNames: ReadonlyMap<string, string>,
): string | null {
  const outlet = outletNames.get(outletId ?? '') ?? null;
  return creditIn(
    authors.map(({ name }) => name),
    outlet,
    [description ?? '', ...text.split('\n\n')],
  );
}

/** The same of an open page. */
export function pageCredit({ authors, outlet, description, paragraphs }: PageSnapshot): string | null {
  return creditIn(
    authors.map(({ name }) => name),
    outlet?.name ?? null,
    [description ?? '', ...paragraphs],
  );
}

/** Of what a feed announces: the agency in the dateline of its first, or at the end of its last paragraph. */
export function agencyOfText(paragraphs: string[]): string | null {
  const texts = paragraphs.filter((text) => text !== '');
  for (const first of texts.slice(0, 2)) {
    const { agency } = datelineOf(first);
    if (agency !== null) return agencyName(agency);
  }
  const last = closingAgency(texts.at(-1) ?? '');
  return last === null ? null : agencyName(last);
}

function creditIn(names: string[], outletName: string | null, paragraphs: string[]): string | null {
  for (const name of outletName === null ? names : [outletName, ...names]) {
    const agency = agencyName(name);
    if (agency !== null) return agency;
  }
  return agencyOfText(paragraphs);
}
