import type { Article } from '../core/article.ts';
import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import { shortHash } from '../core/hash.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Source, SourceState } from '../core/source.ts';
import { sourceAddress } from '../feeds/address-guard.ts';
import { sourceHealth } from '../feeds/health.ts';
import { newFetchState } from '../feeds/schedule.ts';
import type { NewSource, SourceChange, SourceRow } from '../messaging/protocol.ts';
import type { DerivedArticle, RemovedRecords, Store } from '../store/store.ts';
import { nameOfHost, TITLE_MAX } from './source-names.ts';

/** What is changed on the user's word, beside the store. */
export interface SourceDeps {
  store: Store;
  nowMs(): number;
}

/** The source's id: made of its address, so that one address is one source. */
export function sourceId(url: string): string {
  return `source:${shortHash(canonicalUrl(url) ?? url)}`;
}

/**
 * Adds sources, at once and whole; those that are here already stay as they are. Fails with `no-permission` for an address of this
 * computer or its network, `bad-input` for what is no address: nothing is added then.
 */
export async function addSources(wanted: readonly NewSource[], deps: SourceDeps): Promise<Result<{ added: string[]; known: string[] }>> {
  const here = await deps.store.listSources();
  const known = new Map(here.map(({ source }) => [canonicalUrl(source.url), source.id]));
  const made = new Map<string, Source>();
  const found = new Set<string>();
  for (const { url, title, siteUrl, folders } of wanted) {
    const address = sourceAddress(url);
    if (!address.ok) return address;
    address.value.hash = '';
    const { href } = address.value;
    // One that has moved since is known by the address it was added with, too.
    const before = known.get(canonicalUrl(href)) ?? here.find(({ source }) => source.id === sourceId(href))?.source.id;
    if (before !== undefined) {
      found.add(before);
      continue;
    }
    const id = sourceId(href);
    const name = title.replace(/\s+/g, ' ').trim().slice(0, TITLE_MAX) || nameOfHost(href);
    const site = siteUrl === null ? null : (parseWebUrl(siteUrl)?.href ?? null);
    if (!made.has(id)) made.set(id, { id, url: href, title: name, siteUrl: site, folders, addedAtMs: deps.nowMs(), paused: false });
  }
  const written = await deps.store.putSources([...made.values()]);
  return written.ok ? ok({ added: [...made.keys()], known: [...found] }) : written;
}

/** Whether another source has this address: two of one address would be asked twice, and hold the same reports. */
export async function isOthersAddress(id: string, url: string, store: Pick<Store, 'listSources'>): Promise<boolean> {
  const address = canonicalUrl(url);
  return (await store.listSources()).some(({ source }) => source.id !== id && canonicalUrl(source.url) === address);
}

/** Changes a source on the user's word. Another address, or an end of its pause, makes it due. `bad-input` for an address that another source has. */
export async function changeSource({ id, ...change }: SourceChange, { store, nowMs }: SourceDeps): Promise<Result<Source>> {
  const address = change.url === undefined ? null : sourceAddress(change.url);
  if (address !== null && !address.ok) return address;
  if (address !== null && (await isOthersAddress(id, address.value.href, store)))
    return fail('bad-input', 'Another source has this address.');
  const title = change.title?.replace(/\s+/g, ' ').trim().slice(0, TITLE_MAX);
  const written = await store.changeSource(id, (source) => ({
    ...source,
    ...(title && { title }),
    ...(address !== null && { url: address.value.href }),
    ...(change.paused !== undefined && { paused: change.paused }),
  }));
  if (!written.ok) return written;
  const item = await store.getSource(id);
  if (written.value === null || item === null) return fail('not-found', 'That source is not there any more.');
  if (item.state !== null && (address !== null || change.paused === false)) {
    const fetch = { ...item.state.fetch, ...newFetchState(nowMs()), succeededAtMs: item.state.fetch.succeededAtMs };
    const fresh = address === null ? {} : { etag: null, lastModified: null };
    const noted = await store.putSourceState({ ...item.state, ...fresh, fetch, failure: null });
    if (!noted.ok) return noted;
  }
  return ok(written.value);
}

/** The user does not want the address that is offered: it is offered again only after three more fetches that end there. */
export async function keepAddress(id: string, store: Store): Promise<Result<void>> {
  const item = await store.getSource(id);
  if (item?.state == null) return fail('not-found', 'That source is not there any more.');
  return store.putSourceState({ ...item.state, fetch: { ...item.state.fetch, moved: null } });
}

/** A source as a list shows it. `reports`: how many it brought. */
export function sourceRow(
  source: Source,
  state: SourceState | null,
  view: { nowMs: number; granted: boolean; busy: boolean; reports: number },
): SourceRow {
  const fetch = state?.fetch ?? newFetchState(view.nowMs);
  return {
    ...source,
    format: state?.format ?? null,
    health: sourceHealth(fetch, source.url, state?.recentMs[0] ?? null, view.nowMs),
    failure: state?.failure ?? null,
    reports: view.reports,
    lastAdded: state?.lastAdded ?? 0,
    succeededAtMs: fetch.succeededAtMs,
    nextAtMs: source.paused ? null : fetch.nextAtMs,
    granted: view.granted,
    busy: view.busy,
  };
}

/** What a removal took away, for undo; `source` null for a pack. */
export interface Removal {
  source: Source | null;
  /** What fetching it had taught; null where it was never fetched. */
  state: SourceState | null;
  steps: RemovedRecords[];
}

/** Takes a source away, and unless `keepReports` what nobody else holds; answers with all of it. Cut off, `finishRemovals` completes it. */
export async function removeSource(id: string, keepReports: boolean, store: Store): Promise<Result<Removal>> {
  const item = (await store.listSources()).find(({ source }) => source.id === id);
  if (item === undefined) return fail('not-found', 'That source is not there any more.');
  return store.collecting(async () => {
    const started = await store.startRemoval(id, keepReports);
    if (!started.ok) return started;
    const steps: RemovedRecords[] = [];
    const finished = await finishRemovals(store, { holder: id, taken: steps });
    return finished.ok ? ok({ ...item, steps }) : finished;
  });
}

/** Completes whatever removals are under way and nobody collects, or that of a holder. `taken` gets what it takes away, texts included. */
export async function finishRemovals(
  store: Pick<Store, 'continueRemoval'>,
  { holder, taken }: { holder?: string; taken?: RemovedRecords[] } = {},
): Promise<Result<void>> {
  for (;;) {
    const step = await store.continueRemoval(taken !== undefined, holder);
    if (!step.ok) return step;
    if (step.value === null) return ok(undefined);
    taken?.push(step.value);
  }
}

type Derive = (article: Article) => DerivedArticle;

/** Puts back what `removeSource` took. */
export async function restoreSource(
  { source, state, steps }: Removal,
  { store, derive }: { store: Store; derive: Derive },
): Promise<Result<void>> {
  if (source !== null) {
    const written = await store.putSources([source]);
    if (!written.ok) return written;
    const entries = await store.addSourceEntries(
      source.id,
      steps.flatMap((step) => step.entries),
    );
    if (!entries.ok) return entries;
  }
  const back = await putRemovedBack(steps, { store, derive });
  // Last, as of a fetch: cut off before, all of it is fetched anew.
  return back.ok && state !== null ? store.putSourceState(state) : back;
}

/** Puts records back that a removal took. */
export async function putRemovedBack(
  steps: readonly RemovedRecords[],
  { store, derive }: { store: Pick<Store, 'putOutlets' | 'putReporters' | 'addVersions' | 'addArticles'>; derive: Derive },
): Promise<Result<void>> {
  const outlets = await store.putOutlets(steps.flatMap((step) => step.outlets));
  if (!outlets.ok) return outlets;
  const reporters = await store.putReporters(steps.flatMap((step) => step.reporters));
  if (!reporters.ok) return reporters;
  const versions = await store.addVersions(steps.flatMap((step) => step.versions));
  if (!versions.ok) return versions;
  for (const { articles } of steps) {
    const added = await store.addArticles(articles.map((article) => ({ article, derived: derive(article) })));
    if (!added.ok) return added;
  }
  return ok(undefined);
}
