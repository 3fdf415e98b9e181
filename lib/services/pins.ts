import type { Article } from '../core/article.ts';
import { canonicalUrl } from '../core/canonical-url.ts';
import { parseDateMs } from '../core/date.ts';
import { shortHash } from '../core/hash.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { Pin } from '../core/user-data.ts';
import type { DerivedArticle, Store } from '../store/store.ts';
import { toRow } from './article-row.ts';

/** What pinning works with. */
export interface PinDeps {
  store: Store;
  derive(article: Article): DerivedArticle;
  nowMs(): number;
}

/** Pins a report of the index. Pinning twice keeps the first pin. */
export async function pinArticle(articleId: string, deps: PinDeps): Promise<Result<Pin>> {
  const known = await findPin(articleId, deps.store);
  if (known !== null) return ok(known);
  const [stored] = await deps.store.getArticles([articleId]);
  return stored === undefined ? fail('not-found', 'That report is not in the index any more.') : writePin(stored.article, deps);
}

/** Pins the open page: it is saved into the index as a report of its own, unless the index holds it already. */
export async function pinPage(snapshot: PageSnapshot, deps: PinDeps): Promise<Result<Pin>> {
  const url = canonicalUrl(snapshot.url);
  if (url === null) return fail('bad-input', 'This page has no web address to keep.');
  const stored = await deps.store.findArticleByUrl(url);
  if (stored !== null) return pinArticle(stored.article.id, deps);
  const outlet = snapshot.outlet === null ? null : await saveOutlet(snapshot.outlet, url, deps);
  if (outlet !== null && !outlet.ok) return outlet;
  const article = savedArticle(snapshot, url, outlet?.value ?? null, deps.nowMs());
  const written = await deps.store.addArticles([{ article, derived: deps.derive(article) }]);
  return written.ok ? writePin(article, deps) : written;
}

/** Changes how far the reader is with a pin. */
export async function setPinState(pinId: string, state: Pin['state'], store: Store): Promise<Result<Pin>> {
  const pin = await findPin(pinId, store);
  if (pin === null) return fail('not-found', 'That pin is not there any more.');
  const changed = { ...pin, state };
  const written = await store.putPin(changed);
  return written.ok ? ok(changed) : written;
}

async function findPin(id: string, store: Store): Promise<Pin | null> {
  return (await store.listPins()).find((pin) => pin.id === id) ?? null;
}

async function writePin(article: Article, deps: PinDeps): Promise<Result<Pin>> {
  const outletNames = new Map((await deps.store.listOutlets()).map(({ id, name }) => [id, name]));
  const pin: Pin = { id: article.id, article: toRow(article, outletNames), state: 'unread', pinnedAtMs: deps.nowMs() };
  const written = await deps.store.putPin(pin);
  return written.ok ? ok(pin) : written;
}

/** The outlet's id: that of a known outlet of the same name, else a new one derived from the host. */
async function saveOutlet(outlet: { name: string; url: string | null }, pageUrl: string, deps: PinDeps): Promise<Result<string>> {
  const known = (await deps.store.listOutlets()).find((entry) => entry.name === outlet.name);
  if (known !== undefined) return ok(known.id);
  const host = new URL(pageUrl).host;
  const id = `outlet:${host}`;
  const provenance = { kind: 'saved-page' as const, source: host, licence: null, addedAtMs: deps.nowMs() };
  const written = await deps.store.putOutlets([
    { id, name: outlet.name, url: outlet.url, country: null, languages: [], sample: false, provenance },
  ]);
  return written.ok ? ok(id) : written;
}

function savedArticle(snapshot: PageSnapshot, url: string, outletId: string | null, nowMs: number): Article {
  return {
    id: `page:${shortHash(url)}`,
    url,
    headline: snapshot.headline ?? new URL(url).host,
    description: snapshot.description,
    text: snapshot.paragraphs.join('\n\n'),
    language: snapshot.language,
    datePublished: snapshot.datePublished,
    dateModified: snapshot.dateModified,
    publishedAtMs: parseDateMs(snapshot.datePublished),
    outletId,
    authors: snapshot.authors.map(({ name }) => ({ name, reporterId: null })),
    section: snapshot.section,
    keywords: snapshot.keywords,
    sample: false,
    provenance: { kind: 'saved-page', source: new URL(url).host, licence: null, addedAtMs: nowMs },
  };
}
