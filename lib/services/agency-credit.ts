import type { PageSnapshot } from '../core/snapshot.ts';
import { agencyName } from '../extract/agency-name.ts';
import { closingCredit, signingAgency } from '../extract/closing-credit.ts';
import { datelineOf } from '../extract/dateline.ts';
import type { StoredArticle } from '../store/store.ts';

/** A summary, a line with the signature, the text. */
const FIRST = 3;

/**
 * The news agency that a stored report is credited to, in one spelling: it publishes the report itself, signs it, or is credited in its text (dateline,
 * signature, last lines). "According to AFP" in a sentence is no credit. Null where none is named.
 */
export function creditOf(
  { article, agency }: Pick<StoredArticle, 'article' | 'agency'>,
  outletNames: ReadonlyMap<string, string>,
): string | null {
  const outlet = outletNames.get(article.outletId ?? '') ?? null;
  return (
    signingOf(
      article.authors.map(({ name }) => name),
      outlet,
    ) ?? agency
  );
}

/** The same of an open page. */
export function pageCredit({ authors, outlet, description, paragraphs }: PageSnapshot): string | null {
  const names = authors.map(({ name }) => name);
  return signingOf(names, outlet?.name ?? null) ?? agencyOfText([description ?? '', ...paragraphs]);
}

/** The agency that a text names: in its dateline, in a signature among its first lines, or in its last lines. `paragraphs`: the summary may be the first. */
export function agencyOfText(paragraphs: string[]): string | null {
  const texts = paragraphs.filter((text) => text !== '');
  for (const first of texts.slice(0, FIRST)) {
    const agency = datelineOf(first).agency ?? signingAgency(first);
    if (agency !== null) return agencyName(agency);
  }
  const last = closingCredit(texts);
  return last === null ? null : agencyName(last);
}

function signingOf(names: string[], outletName: string | null): string | null {
  for (const name of outletName === null ? names : [outletName, ...names]) {
    const agency = agencyName(name);
    if (agency !== null) return agency;
  }
  return null;
}
