import { configure } from '@testing-library/preact';
import type { Catalogue } from '../../../../components/CataloguePicker.tsx';
import type { LibraryData } from '../../../../components/library-data.ts';
import type { SurfacePlatform } from '../../../../components/surface-platform.ts';
import { fail, ok } from '../../../../lib/core/result.ts';
import type { PageClient, PageProtocol, PageState } from '../../../../lib/messaging/protocol.ts';
import { catalogueSource } from '../../../../lib/text/format/texts.ts';
import catalogue from '../../../../public/_locales/en/messages.json' with { type: 'json' };
import { createFakeCourses } from './course-samples.ts';
import { createFakeExchange, createFakeSync } from './fake-exchange.ts';
import { createFakePins } from './fake-pins.ts';
import { PACK_PREVIEW, PACK_ROW } from './pack-samples.ts';
import { FOLLOWED, INDEX, NOW, PINS, PROFILE, ROWS, readyState, SAFE, SETTINGS } from './samples.ts';
import { foundFeed, OUTLETS, SAVED, SOURCES } from './source-samples.ts';

// A machine with other work to do takes longer than the second that is waited for by default.
configure({ asyncUtilTimeout: 10_000 });

/** A call of the fake client: its kind and its argument. */
export type Call = [keyof PageProtocol, unknown];

/** Answers of the background to replace; the rest answers from the samples. */
export type Answers = { [K in keyof PageClient]?: PageClient[K] };

/** A client that answers from the samples at once and writes down what it was asked. */
export function createFakeClient(state: PageState = readyState(), answers: Answers = {}): PageClient & { calls: Call[] } {
  const calls: Call[] = [];
  const client: PageClient = {
    getPage: async () => ok(state),
    analysePage: async () => ok(readyState()),
    search: async ({ query }) =>
      ok({
        query,
        total: query === 'nothing' ? 0 : 41,
        atLeast: false,
        corrected: query === 'oreshnkik' ? 'oreshnik' : null,
        hits:
          query === 'nothing'
            ? []
            : ROWS.slice(0, 3).map(({ article }) => ({
                article,
                snippet: 'A snippet of the report’s text, cut to two lines.',
                highlights: [[0, 5]],
                snippetHighlights: [[2, 9]],
              })),
        notices: [],
      }),
    searchIds: async ({ query }) =>
      ok({ ids: query === 'nothing' ? [] : ROWS.slice(0, 3).map(({ article }) => article.id), total: 41, atLeast: false, notices: [] }),
    searchFacets: async ({ query }) => ok({ query, counted: 41, some: false, facets: [] }),
    listPins: async () => ok(PINS),
    listPinIds: async () => ok(['kyiv']),
    pinArticle: async ({ articleId }) => ok({ ...(PINS[0] as (typeof PINS)[0]), id: articleId }),
    pinPage: async () => ok({ pin: PINS[0] as (typeof PINS)[0], wasPinned: false }),
    savePage: async () => ok({ articleId: 'page:x', withText: true }),
    removeSave: async ({ articleId }) => ok({ articleId }),
    undoSave: async () => ok({ undone: true }),
    keptPage: async () => ok(null),
    listSaved: async () => ok(SAVED),
    unpin: async ({ pinId }) => ok({ pinId }),
    restorePin: async ({ pinId }) => ok(PINS.find((pin) => pin.id === pinId) ?? (PINS[0] as (typeof PINS)[0])),
    setPinState: async ({ pinId, state: next }) =>
      ok({ ...(PINS.find((pin) => pin.id === pinId) ?? (PINS[0] as (typeof PINS)[0])), state: next }),
    markNotRelated: async () => ok({ correctionId: 'c1' }),
    markNotCopy: async () => ok({ correctionId: 'c7' }),
    markNotTopic: async () => ok({ correctionId: 'c2' }),
    markAlias: async () => ok({ correctionId: 'c3' }),
    markSameTopic: async () => ok({ correctionId: 'c4' }),
    addTopic: async () => ok({ correctionId: 'c5' }),
    refuseTopic: async () => ok({ correctionId: 'c6' }),
    listCorrections: async () => ok([]),
    undoCorrection: async () => ok({ undone: true }),
    follow: async ({ id, followed }) => ok({ followed, removed: followed ? [] : [{ id, seenAtMs: NOW }] }),
    restoreFollows: async () => ok({}),
    listFollowed: async () => ok(FOLLOWED),
    seeFollowed: async () => ok({}),
    getReporter: async () => ok(PROFILE),
    findReporters: async ({ typed }) =>
      ok(typed === 'nobody' ? [] : [{ id: 'reporter:found', name: 'Martin Fornusek', outletName: 'Lowland Post' }]),
    markSameReporter: async () => ok({ correctionId: 'c7' }),
    markOtherReporter: async () => ok({ correctionId: 'c8' }),
    markNotTheirs: async () => ok({ correctionId: 'c9' }),
    getSettings: async () => ok(SETTINGS),
    setMode: async ({ mode }) => ok({ ...SETTINGS, mode }),
    setSite: async ({ host, rule }) =>
      ok({ ...SETTINGS, blockedSites: rule === 'blocked' ? [host] : [], sites: rule === 'chosen' ? [host] : [] }),
    setPreference: async (preference) => ok({ ...SETTINGS, ...preference }),
    getIndexStatus: async () => ok(INDEX),
    removeSamples: async () => ok({ ...INDEX, sampleArticles: 0 }),
    restoreSamples: async () => ok(INDEX),
    listSources: async () => ok(SOURCES),
    addSources: async ({ sources }) => ok({ added: sources.map(({ url }) => `source:${url}`), known: [] }),
    changeSource: async ({ id, ...change }) =>
      ok({ ...(SOURCES.find((row) => row.id === id) ?? (SOURCES[0] as (typeof SOURCES)[0])), ...change }),
    keepSourceAddress: async () => ok({}),
    findFeeds: async ({ url }) => ok([foundFeed(url)]),
    siteFeeds: async () => ok([]),
    readOpml: async () =>
      ok({
        feeds: [
          foundFeed('https://listed.example/feed', { folders: ['World'] }),
          foundFeed('https://harbour.example/feed', { known: true }),
        ],
        leftOut: 0,
      }),
    writeOpml: async () => ok({ text: '<opml version="2.0"/>' }),
    refreshSources: async () => ok({ started: true }),
    stopRefresh: async () => ok({ stopped: true }),
    rebuildIndex: async () => ok({ started: true }),
    getSafekeeping: async () => ok(SAFE),
    setWeeklyFile: async ({ weekly }) => ok({ ...SAFE, weekly, ...(weekly && { outside: { atMs: NOW, by: 'itself' as const } }) }),
    noteCopyOutside: async () => ok({ ...SAFE, outside: { atMs: NOW, by: 'hand' as const }, changesSince: 0 }),
    dataChanged: async () => ok(SETTINGS),
    ...answers,
  };
  const recorded = Object.entries(client).map(([kind, answer]) => [
    kind,
    (args: unknown) => {
      calls.push([kind as keyof PageProtocol, args]);
      return (answer as (args: unknown) => unknown)(args);
    },
  ]);
  return { ...(Object.fromEntries(recorded) as PageClient), calls };
}

/** What a fake platform was asked to do, and the ways to make the browser act. */
export interface FakePlatform extends SurfacePlatform {
  log: string[];
  /** What was kept for the background, in order. */
  kept: Parameters<SurfacePlatform['keepChoice']>[0][];
  activate(tabId: number): void;
  changeState(tabId: number): void;
  /** The browser asks the open library page for a section. */
  askSection(section: string): void;
  /** The background says that other reports are pinned now. */
  changePins(): void;
  /** The background says that sources are others now. */
  changeSources(): void;
}

/** A browser made of variables. */
export function createFakePlatform(options: Partial<SurfacePlatform> & { dir?: 'ltr' | 'rtl'; grant?: boolean } = {}): FakePlatform {
  const { dir = 'ltr', grant = true, ...rest } = options;
  const log: string[] = [];
  const kept: FakePlatform['kept'] = [];
  const drafts = new Map<string, string>();
  const tabs = new Set<(tabId: number) => void>();
  const states = new Set<(tabId: number) => void>();
  const sections = new Set<(section: string) => void>();
  const sources = new Set<() => void>();
  const pins = new Set<() => void>();
  const message = catalogueSource(catalogue);
  return {
    surface: 'popup',
    canOpenPanel: true,
    locale: 'en-GB',
    message: (name, substitutions = []) => (name === 'dir' ? dir : message(name, substitutions)),
    now: () => NOW,
    activeTabId: async () => 7,
    onActiveTabChanged(listener) {
      tabs.add(listener);
      return () => tabs.delete(listener);
    },
    onPageStateChanged(listener) {
      states.add(listener);
      return () => states.delete(listener);
    },
    onPinsChanged(listener) {
      pins.add(listener);
      return () => pins.delete(listener);
    },
    changePins: () => {
      for (const listener of pins) listener();
    },
    onSourcesChanged(listener) {
      sources.add(listener);
      return () => sources.delete(listener);
    },
    changeSources: () => {
      for (const listener of sources) listener();
    },
    requestHosts: async (request) => {
      log.push(`request ${request.kind === 'hosts' ? request.hosts.join() : request.kind}`);
      return grant;
    },
    keepChoice: (choice) => {
      kept.push(choice);
    },
    removeHosts: async (request) => {
      log.push(`remove ${request.kind === 'hosts' ? request.hosts.join() : request.kind}`);
      return true;
    },
    openPanel: async () => {
      log.push('panel');
      return grant;
    },
    openTab: (url, behind = false) => log.push(`tab ${behind ? 'behind ' : ''}${url}`),
    openLibrary: (section) => log.push(`library ${section}`),
    onSectionAsked(listener) {
      sections.add(listener);
      return () => sections.delete(listener);
    },
    close: () => log.push('close'),
    readDraft: async (name) => drafts.get(name) ?? '',
    writeDraft: (name, text) => drafts.set(name, text),
    isOnToolbar: async () => true,
    keyCommands: async () => [
      { name: '_execute_action', description: '', shortcut: 'Alt+Shift+L' },
      { name: 'pin-page', description: 'Pin this page', shortcut: 'Alt+Shift+K' },
      { name: 'open-panel', description: 'Open the side panel', shortcut: '' },
    ],
    openKeySettings: async () => true,
    copyText: async (plain, rich) => {
      log.push(`copy ${plain.length} ${rich === null ? 'plain' : 'rich'}`);
      return grant;
    },
    storageRoom: async () => ({ usedBytes: 300_000_000, quotaBytes: 40_000_000_000, kept: 'kept' }),
    keepStorage: async () => {
      log.push('keep');
      return grant;
    },
    requestDownloads: async () => {
      log.push('request downloads');
      return grant;
    },
    removeDownloads: async () => {
      log.push('remove downloads');
      return true;
    },
    saveFile: async (name, contents) => {
      log.push(`save ${name} ${contents.size}`);
      return true;
    },
    ...rest,
    log,
    kept,
    activate: (tabId) => tabs.forEach((listener) => void listener(tabId)),
    changeState: (tabId) => states.forEach((listener) => void listener(tabId)),
    askSection: (section) => sections.forEach((listener) => void listener(section)),
  } as FakePlatform;
}

/** Stored data made of the samples. */
export function createFakeLibrary(answers: Partial<LibraryData> = {}): LibraryData {
  return {
    pins: createFakePins().data,
    courses: createFakeCourses(),
    exchange: async () => createFakeExchange(),
    sync: async () => createFakeSync(),
    listActivity: async () => ok([]),
    removeSource: async () => ok({ reports: 214, undo: async () => true }),
    topicProposals: async () => ok({ proposals: [], reports: 0 }),
    citeReports: async ({ articleIds, format }) =>
      ok({
        text: `${format} of ${articleIds.join()}\n`,
        rich: format === 'apa' ? '<ul><li>apa</li></ul>' : null,
        file: { name: `sidelight.${format}`, mediaType: 'text/plain', text: `${format} of ${articleIds.join()}\n\nMethod note.\n` },
        note: { name: 'sidelight-method.txt', text: 'Method note.\n', isInFile: format !== 'ris' },
        reports: articleIds.length,
        missing: articleIds.includes('gone') ? 1 : 0,
      }),
    exportBackup: async () => ok({ file: new Blob(['{"kind":"backup"}\n']), changes: 62, lost: null }),
    listCopies: async () => ok([]),
    copyFile: async () => ok(new Blob(['{"kind":"copy"}\n'])),
    previewCopy: async () => fail('not-found', 'That copy is not there any more: look again.'),
    exportHtml: async ({ title }) => ok(new Blob([`<title>${title}</title>`])),
    previewImport: async (files, { onProgress }) => {
      onProgress(0.5);
      return ok({
        id: 'i1',
        files: files.map(({ name }) => ({
          name,
          format: name.endsWith('.zip') ? null : ('pocket-csv' as const),
          refused: name.endsWith('.zip') ? ('zip' as const) : null,
          records: 5,
          problems: [{ code: 'not-web' as const, count: 2, at: [3, 9] }],
          untaken: name.endsWith('.zip') ? [] : ['cover', 'id'],
        })),
        pins: { new: 3, changed: 1, same: 1 },
        rows: [
          { effect: 'new', url: 'https://harbour.example/port', title: 'Cranes <stopped>', state: 'unread', tags: ['port'] },
          { effect: 'changed', url: 'https://harbour.example/lathe', title: 'A lathe', state: 'archived', tags: [] },
        ],
        sources: { new: 0, known: 0 },
        passedOver: { count: 12, names: ['annotations/part_000000.json', 'read <me>.md'] },
        joined: 2,
        problems: [{ code: 'not-web', count: 2 }],
      });
    },
    applyImport: async () => ok(undefined),
    previewRestore: async () =>
      ok({
        id: 'r1',
        createdAtMs: NOW - 86_400_000,
        counts: [
          { kind: 'pins', inFile: 12, added: 3, changed: 1 },
          { kind: 'articles', inFile: 4210, added: 18, changed: 0 },
        ],
        settingsDiffer: false,
        settingsUntouched: false,
        unreadable: 1,
      }),
    applyRestore: async () => ok(undefined),
    undoRestore: async () => ok(undefined),
    restoreLeft: async () => ok(null),
    continueRestore: async () => ok(undefined),
    previewPackFrom: async () => ok(PACK_PREVIEW),
    previewPack: async () => ok(PACK_PREVIEW),
    applyPack: async () => ok({ added: 118, updated: 2 }),
    packLeft: async () => ok(null),
    continuePack: async () => ok({ added: 60, updated: 0 }),
    leavePack: async () => ok(undefined),
    listPacks: async () => ok([PACK_ROW]),
    removalOf: async () => ok({ articles: 116, reporters: 9, outlets: 0, topics: 31, kept: 4 }),
    removePack: async () => ok(undefined),
    ...answers,
  };
}

/** A catalogue of a few outlets that is searched by their names. */
export function createFakeCatalogue(): Catalogue {
  return {
    find: async ({ typed, language }) =>
      ok(
        OUTLETS.filter(
          (outlet) =>
            (language === null || outlet.language === language) &&
            `${outlet.name} ${outlet.nativeName ?? ''}`.toLowerCase().includes(typed.toLowerCase()),
        ),
      ),
    languages: async () => ok([...new Set(OUTLETS.map((outlet) => outlet.language))]),
  };
}
