import type { Article } from '../../core/article.ts';
import { fail, type Result } from '../../core/result.ts';
import { MERGE_ALIKE_FROM } from '../../index/merge-plan.ts';
import type { BackupSource } from '../backup-source.ts';
import type { PackSource } from '../pack-source.ts';
import type { DerivedArticle, Store } from '../store.ts';
import type { TopicLayerSource } from '../topic-layer.ts';
import { addArticles } from './adding.ts';
import {
  articleByUrl,
  articlesByDocId,
  articlesById,
  newestArticles,
  plainArticles,
  removeArticles,
  removeSamples,
  topicsByDocId,
} from './articles.ts';
import { readRows } from './backup-rows.ts';
import { addInBulk, BULK_SEGMENT } from './bulk.ts';
import { read, type StoreContext } from './context.ts';
import { addHoldings, heldBy, isHeld, listPacks, putPack } from './holders.ts';
import { readMade } from './made.ts';
import { docIdsOf, matchIndex } from './matching.ts';
import { MAIN_MIGRATIONS, TEXTS_MIGRATIONS } from './migrations/list.ts';
import { openDatabase } from './open-database.ts';
import { articlesLike, dropStagedPack, heldElsewhere, stagedPack, stagePack, stopStagedPack } from './pack-files.ts';
import { documentFrequencies, evaluate, publicationTimes, similarWords, wordsWithPrefix } from './queries.ts';
import { resetDerived } from './rebuilding.ts';
import { textsByDocId } from './recent-texts.ts';
import { removalOf } from './removal-counts.ts';
import { continueRemoval, dropUnheld, isRemoving, startRemoval } from './removals.ts';
import { findReporters } from './reporter-keys.ts';
import { beginRestore, continueRestore, restoreLeft, settleSettings } from './restoring.ts';
import { addVersions, deleteSave, putSave, versionsOf } from './saves.ts';
import type { MainDatabase, SidelightSchema, TextsDatabase, TextsSchema } from './schema.ts';
import { putOutlets, putReporters, putTopics, reportersById } from './short-lists.ts';
import {
  addReportsOf,
  addSourceEntries,
  changeSource,
  countBrought,
  getSource,
  listSources,
  putSourceState,
  putSources,
  sourceEntries,
} from './sources.ts';
import { emptyState, type RebuildJob, readRemains, readState } from './state.ts';
import { attempt, attemptResult } from './storage-failure.ts';
import { putTopicLayer, readTopicLayer, retopicSome, topicLayerId } from './topic-layer.ts';
import { upkeep } from './upkeep.ts';
import { addActivity, deleteCorrection, deleteFollows, listActivity, putCorrection, putFollows, putPin, seeFollows } from './user-data.ts';
import { changeRows, firstPins, getRows, listRows } from './user-rows.ts';
import { type Locks, processLocks } from './write-lock.ts';

/** What a store is opened with. */
export interface StoreOptions {
  /** Default: the global one. */
  indexedDB?: IDBFactory;
  /** Default: `navigator.locks`, or a queue inside the process where there is none. */
  locks?: Locks;
  /** Default `sidelight`; the texts are kept in `<name>-texts`. */
  databaseName?: string;
  /** Computes what the index holds of an article: called by rebuild and restore. */
  derive: (article: Article) => DerivedArticle;
  nowMs: () => number;
  /** Called after damaged derived data was dropped: `upkeep` has a rebuild to do from then on. */
  onRebuildDue?: () => void;
  /** Called where the store is closed by others than `close`: see `openDatabase`. */
  onClosed?: () => void;
  /** For tests: large segments of one size from which on they are merged. Default `MERGE_ALIKE_FROM`. */
  mergeAlikeFrom?: number;
  /** For tests: articles of one segment of an addition in bulk. Default `BULK_SEGMENT`. */
  bulkSegment?: number;
  /** For tests: called after every committed write with its name; a throw stands for a killed background. */
  afterCommit?: (step: string) => void;
}

/** The store on IndexedDB: the port, and what backup, packs and the layer of topics need. */
export type IndexedDbStore = Store & BackupSource & PackSource & TopicLayerSource;

/**
 * Opens the store, running missing migrations. Errors: `index-newer-than-code` (nothing is touched), `quota-exceeded`,
 * `storage-failed`. A store whose index record is missing or of another format opens, and is rebuilt by `upkeep`.
 */
export async function openStore(options: StoreOptions): Promise<Result<IndexedDbStore>> {
  const factory = options.indexedDB ?? globalThis.indexedDB;
  if (factory === undefined) return fail('storage-failed', 'This browser offers no storage to extensions.');
  const name = options.databaseName ?? 'sidelight';
  return attempt(async () => {
    const database = await openDatabase<SidelightSchema>(factory, name, MAIN_MIGRATIONS, options.onClosed);
    return createStore(createContext(options, database, factory, name));
  });
}

function createContext(options: StoreOptions, database: MainDatabase, factory: IDBFactory, name: string): StoreContext {
  const locks = options.locks ?? (globalThis.navigator?.locks as Locks | undefined) ?? processLocks;
  let texts: Promise<TextsDatabase> | null = null;
  let repair: Promise<void> | null = null;
  const context: StoreContext = {
    database,
    texts: () => {
      // A failure (a full disk, say) must not be remembered: the next caller tries again.
      const forget = (): void => {
        texts = null;
      };
      texts ??= openDatabase<TextsSchema>(factory, `${name}-texts`, TEXTS_MIGRATIONS, forget);
      texts.catch(forget);
      return texts;
    },
    exclusively: (work) => locks.request(`sidelight:${name}`, work),
    bulking: (work) => locks.request(`sidelight:${name}:bulk`, work),
    unlessBulking: (work) =>
      locks.request(`sidelight:${name}:bulk`, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await work();
      }),
    importing: (work) => locks.request(`sidelight:${name}:import`, work),
    isImporting: () => locks.request(`sidelight:${name}:import`, { ifAvailable: true }, async (lock) => lock === null),
    collecting: (work) => locks.request(`sidelight:${name}:collect`, work),
    unlessCollecting: (work) =>
      locks.request(`sidelight:${name}:collect`, { ifAvailable: true }, async (lock) => (lock === null ? null : work())),
    restoring: (work) => locks.request(`sidelight:${name}:restore`, work),
    derive: options.derive,
    nowMs: options.nowMs,
    mergeAlikeFrom: options.mergeAlikeFrom ?? MERGE_ALIKE_FROM,
    bulkSegment: options.bulkSegment ?? BULK_SEGMENT,
    afterCommit: options.afterCommit ?? (() => {}),
    noteDamage: () => {
      if (repair !== null) return;
      const done = (): void => {
        repair = null;
      };
      // A repair that fails is begun again by the next look at the damaged place.
      repair = context
        .exclusively(() => resetDerived(context))
        .then(() => {
          done();
          options.onRebuildDue?.();
        }, done);
    },
    cache: { snapshot: null, lost: null },
    textsCopiedTo: -1,
    textsLeft: [],
    close: () => {
      database.close();
      texts?.then(
        (opened) => opened.close(),
        () => {},
      );
    },
  };
  return context;
}

function createStore(context: StoreContext): IndexedDbStore {
  const { database } = context;
  return {
    addArticles: (records) => attempt(() => addArticles(context, records, 'relaxed')),
    addReportsOf: (sourceId, records) => attempt(() => addReportsOf(context, sourceId, records)),
    addInBulk: (work) => attempt(() => addInBulk(context, work)),
    putReporters: (reporters) => attempt(() => putReporters(context, reporters)),
    putOutlets: (outlets) => attempt(() => putOutlets(context, outlets)),
    putTopics: (topics) => attempt(() => putTopics(context, topics)),
    removeArticles: (articleIds) => attempt(() => removeArticles(context, articleIds)),
    removeSamples: () => attempt(() => removeSamples(context)),
    getArticles: (ids, options) => articlesById(context, ids, options?.text ?? true),
    newestArticles: (count) => newestArticles(context, count),
    getArticlesByDocId: (docIds, options) => articlesByDocId(context, docIds, options?.text ?? true),
    readArticles: (docIds, { text }) => plainArticles(context, docIds, text),
    readTexts: (docIds) => textsByDocId(context, docIds),
    findArticleByUrl: (url, options) => articleByUrl(context, url, options?.text ?? true),
    getReporters: (ids) => reportersById(context, ids),
    findReporters: (wanted) => findReporters(context, wanted),
    topicsOf: (docIds) => topicsByDocId(context, docIds),
    listReporters: () => database.getAll('reporters'),
    listOutlets: () => database.getAll('outlets'),
    listTopics: () => database.getAll('topics'),
    documentFrequencies: (terms) => documentFrequencies(context, terms),
    evaluate: (terms, limit) => evaluate(context, terms, limit),
    match: (request) => matchIndex(context, request),
    docIdsOf: (ids) => docIdsOf(context, ids),
    wordsWithPrefix: (prefix, limit) => wordsWithPrefix(context, prefix, limit),
    similarWords: (word, limit) => similarWords(context, word, limit),
    publicationTimes: (pseudoTerm, limit) => publicationTimes(context, pseudoTerm, limit),
    status: () => readStatus(context),
    listPins: () => database.getAll('pins'),
    listPinIds: () => database.getAllKeys('pins'),
    putPin: (pin) => putPin(context, pin),
    listRows: (table, prefix) => listRows(context, table, prefix),
    firstPins: (limit) => firstPins(context, limit),
    getRows: (table, ids) => getRows(context, table, ids),
    changeRows: (tables, work) => changeRows(context, tables, work),
    listSaves: () => database.getAll('saves'),
    putSave: (save) => putSave(context, save),
    deleteSave: (articleId) => deleteSave(context, articleId),
    addVersions: (versions) => addVersions(context, versions),
    versionsOf: (articleId) => versionsOf(context, articleId),
    isHeld: (articleId) => isHeld(context, articleId),
    dropUnheld: (ids, withTexts) => attempt(() => dropUnheld(context, ids, withTexts)),
    listCorrections: () => database.getAll('corrections'),
    putCorrection: (correction) => putCorrection(context, correction),
    deleteCorrection: (correctionId) => deleteCorrection(context, correctionId),
    listFollows: () => database.getAll('followed'),
    putFollows: (follows) => putFollows(context, follows),
    deleteFollows: (ids) => deleteFollows(context, ids),
    seeFollows: (atMs) => seeFollows(context, atMs),
    addActivity: (entry) => addActivity(context, entry),
    listActivity: (limit) => listActivity(context, limit),
    listSources: () => listSources(context),
    getSource: (id) => getSource(context, id),
    putSources: (sources) => attempt(() => putSources(context, sources)),
    changeSource: (id, change) => attempt(() => changeSource(context, id, change)),
    sourceEntries: (sourceId) => sourceEntries(context, sourceId),
    countBrought: (sourceId) => countBrought(context, sourceId),
    addSourceEntries: (sourceId, entries) => attempt(() => addSourceEntries(context, sourceId, entries)),
    putSourceState: (state) => attempt(() => putSourceState(context, state)),
    listPacks: () => listPacks(context),
    putPack: (pack) => attempt(() => putPack(context, pack)),
    addHoldings: (packId, held) => attempt(() => addHoldings(context, packId, held)),
    heldBy: (holder) => heldBy(context, holder),
    startRemoval: (holder, keepReports) => attempt(() => startRemoval(context, holder, keepReports)),
    isRemoving: () => isRemoving(context),
    continueRemoval: (withTexts, holder) => attempt(() => continueRemoval(context, withTexts, holder)),
    collecting: (work) => context.collecting(work),
    upkeep: () => upkeep(context),
    startRebuild: () => attempt(() => context.exclusively(() => resetDerived(context))),
    close: () => context.close(),
    readRows: (table, after, limit) => readRows(context, table, after, limit),
    made: () => readMade(context),
    undisturbed: (work) => context.exclusively(work),
    beginRestore: (plan, options = {}) => attemptResult(() => beginRestore(context, plan, options)),
    restoreLeft: () => restoreLeft(context),
    continueRestore: () => attemptResult(() => continueRestore(context)),
    readTopicLayer: () => readTopicLayer(context),
    topicLayerId: () => topicLayerId(context),
    putTopicLayer: (layer) => putTopicLayer(context, layer),
    retopicSome: (layerId) => retopicSome(context, layerId),
    settleSettings: () => attempt(() => settleSettings(context)),
    articlesLike: (articles) => articlesLike(context, articles),
    heldElsewhere: (holder, held) => heldElsewhere(context, holder, held),
    removalOf: (holder) => removalOf(context, holder),
    stagePack: (file) => attempt(() => stagePack(context, file)),
    stagedPack: () => stagedPack(context),
    stopStagedPack: () => attempt(() => stopStagedPack(context)),
    dropStagedPack: () => attempt(() => dropStagedPack(context)),
    importing: (work) => context.importing(work),
    isImporting: () => context.isImporting(),
  };
}

async function readStatus(context: StoreContext) {
  const transaction = read(context, ['meta']);
  const state = await readState(transaction);
  if (state === null) context.noteDamage();
  const { articles, outlets, reporters, sampleArticles, updatedAtMs, rebuild } = state ?? {
    ...emptyState(),
    ...(await readRemains(transaction)),
  };
  const rebuilding = state === null ? 0 : rebuild === null ? null : shareDone(rebuild);
  return { articles, outlets, reporters, sampleArticles, updatedAtMs, rebuilding };
}

function shareDone({ from = 0, cursor, until }: RebuildJob): number {
  return Math.max(0, Math.min(1, (cursor - from) / Math.max(1, until - from)));
}
