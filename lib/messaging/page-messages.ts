import * as v from 'valibot';
import { isHost } from '../core/settings.ts';
import type { PageProtocol } from './protocol.ts';

const id = v.pipe(v.string(), v.maxLength(512));
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(1000));
/** A pseudo-term of a reporter or topic. */
const followId = v.pipe(id, v.regex(/^[@#]./u));
const nothing = () => v.object({});

const webUrl = () => v.pipe(v.string(), v.maxLength(4096), v.regex(/^https?:\/\//i));
const newSource = () =>
  v.object({
    url: webUrl(),
    title: words,
    siteUrl: v.nullable(webUrl()),
    folders: v.pipe(v.array(words), v.maxLength(100)),
  });
const pinState = v.picklist(['unread', 'reading', 'read', 'archived']);

/**
 * What each message of our own pages must look like on arrival; anything else is refused before a handler sees it. Built when the message comes: all of
 * them took a twentieth of every wake.
 */
export const PAGE_MESSAGES: { [K in keyof PageProtocol]: () => v.GenericSchema<unknown, Parameters<PageProtocol[K]>[0]> } = {
  getPage: () => v.object({ tabId }),
  analysePage: () => v.object({ tabId }),
  search: () =>
    v.object({
      query: words,
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
      from: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      order: v.exactOptional(v.picklist(['best', 'newest'])),
      patient: v.exactOptional(v.boolean()),
    }),
  searchIds: () =>
    v.object({
      query: words,
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
      order: v.exactOptional(v.picklist(['best', 'newest'])),
    }),
  searchFacets: () => v.object({ query: words }),
  listPins: nothing,
  listPinIds: nothing,
  pinArticle: () => v.object({ articleId: id }),
  pinPage: () => v.object({ tabId }),
  savePage: () => v.object({ tabId }),
  removeSave: () => v.object({ articleId: id }),
  undoSave: () => v.object({ articleId: id }),
  keptPage: () => v.object({ tabId }),
  listSaved: nothing,
  unpin: () => v.object({ pinId: id }),
  restorePin: () => v.object({ pinId: id }),
  setPinState: () => v.object({ pinId: id, state: pinState }),
  markNotRelated: () => v.union([v.object({ tabId, articleId: id }), v.object({ tabId: v.null(), articleId: id, pageOf: id })]),
  markNotCopy: () => v.object({ tabId: v.nullable(tabId), articleId: id, ofId: id }),
  markNotTopic: () => v.object({ tabId, topicId: id, surfaces: v.pipe(v.array(words), v.minLength(1), v.maxLength(1000)) }),
  markAlias: () => v.object({ tabId: v.nullable(tabId), topicId: id, alias: words }),
  markSameTopic: () => v.object({ tabId: v.nullable(tabId), topicId: id, other: words }),
  addTopic: () => v.object({ name: words, language: v.nullable(v.pipe(v.string(), v.maxLength(35))) }),
  refuseTopic: () => v.object({ name: words }),
  listCorrections: nothing,
  undoCorrection: () => v.object({ correctionId: id }),
  follow: () => v.object({ id: followId, followed: v.boolean() }),
  restoreFollows: () =>
    v.object({
      follows: v.pipe(v.array(v.object({ id: followId, seenAtMs: v.exactOptional(v.pipe(v.number(), v.finite())) })), v.maxLength(1000)),
    }),
  listFollowed: nothing,
  seeFollowed: () => v.object({ atMs: v.pipe(v.number(), v.finite()) }),
  getReporter: () => v.object({ reporterId: id }),
  findReporters: () => v.object({ typed: words, notId: id }),
  markSameReporter: () => v.object({ reporterId: id, otherId: id }),
  markOtherReporter: () => v.object({ reporterId: id, otherId: id }),
  markNotTheirs: () => v.object({ reporterId: id, articleId: id }),
  getSettings: nothing,
  setMode: () => v.object({ mode: v.picklist(['on-click', 'chosen-sites', 'every-site']) }),
  setSite: () => v.object({ host: v.custom<string>(isHost), rule: v.picklist(['chosen', 'blocked', 'unblocked', 'none']) }),
  setPreference: () =>
    v.object({
      showBadge: v.exactOptional(v.boolean()),
      markTopics: v.exactOptional(v.boolean()),
      firstRunDone: v.exactOptional(v.boolean()),
    }),
  getIndexStatus: nothing,
  removeSamples: nothing,
  restoreSamples: nothing,
  rebuildIndex: nothing,
  listSources: nothing,
  addSources: () => v.object({ sources: v.pipe(v.array(newSource()), v.minLength(1), v.maxLength(5000)) }),
  changeSource: () => v.object({ id, title: v.exactOptional(words), url: v.exactOptional(webUrl()), paused: v.exactOptional(v.boolean()) }),
  keepSourceAddress: () => v.object({ id }),
  findFeeds: () => v.object({ url: webUrl(), usual: v.boolean() }),
  siteFeeds: () => v.object({ tabId }),
  readOpml: () => v.object({ text: v.pipe(v.string(), v.maxLength(10_000_000)) }),
  writeOpml: nothing,
  refreshSources: () => v.object({ ids: v.nullable(v.pipe(v.array(id), v.maxLength(5000))) }),
  stopRefresh: nothing,
  getSafekeeping: nothing,
  setWeeklyFile: () => v.object({ weekly: v.boolean() }),
  noteCopyOutside: () => v.object({ changes: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  dataChanged: () => v.object({ reports: v.exactOptional(v.literal(true)) }),
};
