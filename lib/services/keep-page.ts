import type { Article, Provenance } from '../core/article.ts';
import { canonicalUrl } from '../core/canonical-url.ts';
import { shortHash } from '../core/hash.ts';
import type { Reporter } from '../core/reporter.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import { recordsFromSnapshot } from '../packs/from-snapshot.ts';
import { toArticle, toOutlet, toReporter } from '../packs/to-core.ts';
import type { DerivedArticle, Store } from '../store/store.ts';
import { ReportPeople } from './report-people.ts';

/** What keeping a page works with. */
export interface KeepDeps {
  store: Store;
  derive(article: Article): DerivedArticle;
  nowMs(): number;
}

/** What keeping a page wrote. */
export interface KeptReport {
  article: Article;
  /** Reporters who were known and of whom the page told more: as they were, and as they are now. */
  changed: { before: Reporter; after: Reporter }[];
}

/**
 * Writes the open page into the index as a report, with its outlet and its reporters as the page presents them. `known`: the report it replaces; what the
 * page does not show of it, such as a date that only its feed told, stays.
 * Fails with `bad-input` for a page without an address.
 */
export async function keepPage(snapshot: PageSnapshot, known: Article | null, deps: KeepDeps): Promise<Result<KeptReport>> {
  const url = canonicalUrl(snapshot.url);
  if (url === null) return fail('bad-input', 'This page has no web address to keep.');
  const provenance: Provenance = { kind: 'saved-page', source: new URL(url).host, licence: null, addedAtMs: deps.nowMs() };
  const headline = snapshot.headline ?? known?.headline ?? new URL(url).host;
  const records = recordsFromSnapshot({ ...snapshot, url, headline, also: [] });
  const main = records.find((record) => record.type === 'article');
  if (main === undefined) return fail('bad-input', 'This page has no headline to keep.');
  const people = await ReportPeople.of(deps.store);
  const outlet = records.find((record) => record.type === 'outlet');
  const outletId = outlet === undefined ? null : people.outletId(toOutlet(outlet, provenance));
  const reporterIds = new Map<string, string>();
  for (const record of records) {
    if (record.type === 'reporter') reporterIds.set(record.id, await people.reporterId({ ...toReporter(record, provenance), outletId }));
  }
  const authors = main.authors.map(({ name, reporterId }) => ({ name, reporterId: reporterIds.get(reporterId ?? '') ?? null }));
  const id = known?.id ?? `page:${shortHash(url)}`;
  const shown: Article = { ...toArticle(main, provenance), id, url, outletId, authors };
  const article = known === null ? shown : withKnown(shown, known);
  const outlets = await deps.store.putOutlets([...people.newOutlets.values()]);
  if (!outlets.ok) return outlets;
  const before = await deps.store.getReporters([...people.changedReporters.keys()]);
  const reporters = await deps.store.putReporters([...people.newReporters.values(), ...people.changedReporters.values()]);
  if (!reporters.ok) return reporters;
  const written = await deps.store.addArticles([{ article, derived: deps.derive(article) }]);
  if (!written.ok) return written;
  return ok({ article, changed: before.map((one) => ({ before: one, after: people.changedReporters.get(one.id) as Reporter })) });
}

function withKnown(shown: Article, known: Article): Article {
  const { datePublished, publishedAtMs } = shown.datePublished === null ? known : shown;
  return {
    ...shown,
    description: shown.description ?? known.description,
    language: shown.language ?? known.language,
    datePublished,
    publishedAtMs,
    dateModified: shown.dateModified ?? known.dateModified,
    outletId: shown.outletId ?? known.outletId,
    authors: shown.authors.length > 0 ? shown.authors : known.authors,
    section: shown.section ?? known.section,
    keywords: shown.keywords.length > 0 ? shown.keywords : known.keywords,
  };
}

/** A document whose text cannot be had (a PDF): its address and the tab's title, and that is all. */
export async function keepAddress(url: string, title: string | null, deps: KeepDeps): Promise<Result<Article>> {
  const address = canonicalUrl(url);
  if (address === null) return fail('bad-input', 'This page has no web address to keep.');
  const article: Article = {
    id: `page:${shortHash(address)}`,
    url: address,
    headline: title?.trim() || fileName(new URL(address)),
    description: null,
    text: '',
    language: null,
    datePublished: null,
    dateModified: null,
    publishedAtMs: null,
    outletId: null,
    authors: [],
    section: null,
    keywords: [],
    sample: false,
    provenance: { kind: 'saved-page', source: new URL(address).host, licence: null, addedAtMs: deps.nowMs() },
  };
  const written = await deps.store.addArticles([{ article, derived: deps.derive(article) }]);
  return written.ok ? ok(article) : written;
}

/** As people read it; as it is written where its bytes are no UTF-8 ("pr%E4sentation.pdf", of the age of Latin-1). */
function fileName({ pathname, host }: URL): string {
  const written = pathname.split('/').at(-1) || host;
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
