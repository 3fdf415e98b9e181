import type { Article, Provenance } from '../../core/article.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { HeldRecords } from '../../core/source.ts';
import { BACKUP_TABLES, type BeginOptions, type RestoredSettings, type RestoreLeft, type RestorePlan } from '../backup-source.ts';
import { addInside, withoutRepeats } from './adding.ts';
import { asideFrom, recordKey } from './aside.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { countMade } from './made.ts';
import { dropBrought } from './removals.ts';
import { putReporterKeys } from './reporter-keys.ts';
import { META, type WriteTransaction } from './schema.ts';
import { putState, requireState } from './state.ts';
import { forgetTopicLayer } from './topic-layer.ts';

/** All tables whose rows are copied as they are; articles are derived from as well. */
const COPIED = BACKUP_TABLES.filter((table) => table !== 'articles');
/** What others may hold or name by the time it is taken away; those who are named after those who name them. */
const HOLDABLE = ['articles', 'topics', 'reporters', 'outlets'] as const;

// Articles of one step, which the background takes between page views, and characters of one put-aside record.
const ARTICLES_A_STEP = 16;
const CHARACTERS_A_STEP = 1_000_000;
// Taken away in one transaction: a large undo holds no other writer up for long.
const GONE_AT_ONCE = 200;

/** A restore under way, as kept in `meta`. */
interface RestoreJob {
  /** See `BackupSource.beginRestore`; jobs of earlier versions have none. */
  number?: number;
  settings: RestoredSettings | null;
  /** Ids of articles to take away first. */
  gone: string[];
  /** Ids of what is to go with them; jobs of earlier versions have none. */
  with?: Partial<HeldRecords>;
  /** Next put-aside record, and how many there are. */
  next: number;
  records: number;
  /** Articles still to be added, and how many there were. */
  articles: number;
  of: number;
}

/** A report that is put aside, and whence those are that it may replace (`RestorePlan.over`); earlier versions replaced any. */
type Aside = Article & { over?: string[] };

/** See `BackupSource.beginRestore`. */
export function beginRestore(
  context: StoreContext,
  plan: () => Promise<Result<RestorePlan>>,
  { insteadOf, signal }: BeginOptions,
): Promise<Result<number>> {
  return context.restoring(() =>
    context.exclusively(async () => {
      const before = await readJob(context);
      if (before !== null && (insteadOf === undefined || before.number !== insteadOf))
        return fail('bad-input', 'Another restore is not finished yet: let it finish first.');
      const planned = await plan();
      if (!planned.ok) return planned;
      const { content, settings, removed, over } = planned.value;
      // Behind what the one under way has put aside, which it needs should this beginning be cut off.
      const first = before?.records ?? 0;
      const records = await putAside(context, asides(content.articles, over), first, signal).catch(async (error: unknown) => {
        await dropAside(context, first);
        throw error;
      });
      if (signal?.aborted) {
        await dropAside(context, first);
        return fail('cancelled', 'It was stopped before anything was written.');
      }
      const of = content.articles.length;
      const number = Math.max(context.nowMs(), (before?.number ?? 0) + 1);
      await commit(context, 'restore', ['meta', 'reporterKeys', 'leaving', ...COPIED], 'strict', async (transaction) => {
        await putRows(context, transaction, planned.value);
        await countMade(context, transaction, 'change');
        const { articles: gone = [], reporters = [], outlets = [], topics = [] } = removed;
        const job = { number, settings, gone, with: { reporters, outlets, topics }, next: first, records, articles: of, of };
        await putJob(transaction, job);
      });
      return ok(number);
    }),
  );
}

/** See `BackupSource.restoreLeft`. */
export async function restoreLeft(context: StoreContext): Promise<RestoreLeft | null> {
  const job = await readJob(context);
  return job === null ? null : leftOf(job);
}

/** See `BackupSource.continueRestore`. */
export function continueRestore(context: StoreContext): Promise<Result<RestoreLeft | null>> {
  return context.restoring(async () => {
    const job = await readJob(context);
    if (job === null) return ok(null);
    if (!isAllGone(job)) {
      await takeGone(context, { ...job.with, articles: job.gone });
      await changeJob(context, (known) => ({ ...known, gone: [], with: {} }));
    }
    if (job.next < job.records) {
      const articles = await readAside(context, job.next);
      if (articles !== null) await addAside(context, articles);
      const added = articles?.length ?? job.articles;
      const next = articles === null ? job.records : job.next + 1;
      const left = await changeJob(context, (known) => ({ ...known, next, articles: Math.max(0, job.articles - added) }));
      if (articles === null) return fail('bad-backup', 'The reports that were still to be restored are damaged: restore the file again.');
      if (next < job.records) return ok(left);
    }
    // First the records, then the note of them: a kill between repeats a harmless deletion.
    await dropAside(context);
    return ok(await changeJob(context, (known) => ({ ...known, next: 0, records: 0 })));
  });
}

/** See `BackupSource.settleSettings`. */
export async function settleSettings(context: StoreContext): Promise<void> {
  await changeJob(context, (job) => ({ ...job, settings: null }));
}

async function putRows(context: StoreContext, transaction: WriteTransaction, { content, removed }: RestorePlan): Promise<void> {
  const state = await requireState(transaction);
  for (const name of COPIED) {
    const table = transaction.objectStore(name);
    const gone = HOLDABLE.some((holdable) => holdable === name) ? [] : (removed[name] ?? []);
    await settled([...gone.map((id) => table.delete(id)), ...content[name].map((row) => table.put(row as never))]);
  }
  // What a source fetched meanwhile goes as in any removal; one that is here again stays.
  const leaving = transaction.objectStore('leaving');
  await settled((removed.sources ?? []).map((id) => leaving.put({ id, keepReports: false })));
  await settled(content.sources.map(({ id }) => leaving.delete(id)));
  await settled(putReporterKeys(transaction, content.reporters));
  // Corrections hold further names of topics; which of those removed did is not known any more.
  const touched = [content.topics, content.corrections, removed.corrections];
  if (touched.some((rows) => rows !== undefined && rows.length > 0)) await forgetTopicLayer(transaction);
  state.reporters = await transaction.objectStore('reporters').count();
  state.outlets = await transaction.objectStore('outlets').count();
  state.updatedAtMs = context.nowMs();
  await putState(transaction, state);
}

/** Writes a job, or forgets one that has nothing left to do. */
async function putJob(transaction: WriteTransaction, job: RestoreJob): Promise<RestoreLeft | null> {
  const meta = transaction.objectStore('meta');
  if (job.settings === null && job.records === 0 && isAllGone(job)) {
    await meta.delete(META.restore);
    return null;
  }
  await meta.put(job, META.restore);
  return leftOf(job);
}

function isAllGone(job: RestoreJob): boolean {
  return job.gone.length === 0 && Object.values(job.with ?? {}).every((ids) => ids.length === 0);
}

async function takeGone(context: StoreContext, gone: Partial<HeldRecords>): Promise<void> {
  for (const kind of HOLDABLE) {
    const ids = gone[kind] ?? [];
    for (let from = 0; from < ids.length; from += GONE_AT_ONCE)
      await dropBrought(context, { [kind]: ids.slice(from, from + GONE_AT_ONCE) });
  }
}

function changeJob(context: StoreContext, change: (job: RestoreJob) => RestoreJob): Promise<RestoreLeft | null> {
  return context.exclusively(() =>
    commit(context, 'restore-step', ['meta'], 'strict', async (transaction) => {
      const known = parseJob(await transaction.objectStore('meta').get(META.restore));
      return known === null ? null : putJob(transaction, change(known));
    }),
  );
}

async function readJob(context: StoreContext): Promise<RestoreJob | null> {
  return parseJob(await context.database.get('meta', META.restore));
}

function parseJob(value: unknown): RestoreJob | null {
  const job = value as RestoreJob | undefined;
  return job !== undefined && Array.isArray(job.gone) && [job.next, job.records, job.articles, job.of].every(Number.isSafeInteger)
    ? job
    : null;
}

function leftOf({ settings, articles, of }: RestoreJob): RestoreLeft {
  return { settings, articles, of };
}

function asides(articles: Article[], over: Article[]): Aside[] {
  const before = new Map<string, string[]>();
  for (const { id, url, provenance } of over)
    for (const key of [id, url]) before.set(key, [...(before.get(key) ?? []), originOf(provenance)]);
  return articles.map((article) => ({ ...article, over: [article.id, article.url].flatMap((key) => before.get(key) ?? []) }));
}

/** Whoever writes a report anew says when and from where. */
function originOf({ kind, source, addedAtMs }: Provenance): string {
  return `${addedAtMs} ${kind} ${source}`;
}

async function addAside(context: StoreContext, put: Aside[]): Promise<void> {
  const records = put.map(({ over: _, ...article }) => ({ article, derived: context.derive(article) }));
  await context.exclusively(async () => {
    const table = read(context, ['articles']).objectStore('articles');
    const isLater = async ({ id, url, provenance, over }: Aside): Promise<boolean> => {
      const here = await Promise.all([table.index('id').get(id), table.index('url').get(url)]);
      // Its own: added before a kill.
      const known = [...(over ?? []), originOf(provenance)];
      return over !== undefined && here.some((row) => row !== undefined && !known.includes(originOf(row.provenance)));
    };
    const later = await Promise.all(put.map(isLater));
    await addInside(context, withoutRepeats(records.filter((_, at) => !later[at])), 'strict');
  });
}

/** Puts articles aside, from a record on and in place of whatever an earlier beginning left there; says where they end. */
async function putAside(context: StoreContext, articles: Aside[], first: number, signal: AbortSignal | undefined): Promise<number> {
  await dropAside(context, first);
  let records = first;
  let from = 0;
  while (from < articles.length && !signal?.aborted) {
    const lines: string[] = [];
    for (let characters = 0; from < articles.length && lines.length < ARTICLES_A_STEP && characters < CHARACTERS_A_STEP; from++) {
      const line = JSON.stringify(articles[from]);
      lines.push(line);
      characters += line.length;
    }
    const transaction = (await context.texts()).transaction('texts', 'readwrite', { durability: 'strict' });
    const { done } = transaction;
    done.catch(() => {});
    await transaction.store.put(`[${lines.join(',')}]`, recordKey(records));
    await done;
    context.afterCommit('restore-aside');
    records++;
  }
  return records;
}

async function readAside(context: StoreContext, record: number): Promise<Aside[] | null> {
  const text = await (await context.texts()).get('texts', recordKey(record));
  try {
    // Our own bytes, checked before they were put aside.
    return JSON.parse(text ?? '') as Aside[];
  } catch {
    return null;
  }
}

async function dropAside(context: StoreContext, first = 0): Promise<void> {
  await (await context.texts()).delete('texts', asideFrom(first));
  context.afterCommit('restore-drop');
}
