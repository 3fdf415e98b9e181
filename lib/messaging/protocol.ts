import type { ArticleRow, Coverage, IndexStatus } from '../core/coverage.ts';
import type { SidelightError } from '../core/errors.ts';
import type { FeedFormat } from '../core/feed.ts';
import type { FollowedList } from '../core/followed.ts';
import type { ReporterName, ReporterProfile } from '../core/reporter-profile.ts';
import type { FileFailure } from '../core/safekeeping.ts';
import type { FoundIds, SearchAnswer, SearchFacets, SearchOrder } from '../core/search-answer.ts';
import type { Source, SourceHealth, SourceState } from '../core/source.ts';
import type { MentionMethod, Zone } from '../core/topic.ts';
import type { Correction, Follow, Mode, Pin, ReportVersion, Settings, SiteRule } from '../core/user-data.ts';

/** What the popup and the panel know of the page in a tab. */
export type PageState =
  | {
      kind: 'ready';
      page: PageFacts;
      coverage: Coverage;
      /** Of the reports shown, those that were pinned when the page was read. */
      pinnedIds: string[];
      /** The page itself as a report; left out where the index does not hold it. */
      ownId?: string;
      /** Time spent per stage, ms: for the benchmark. */
      stagesMs?: Record<string, number>;
    }
  /**
   * Nothing was read yet: nothing may be before a click (mode "when I click", or another tab's panel), or the page is not there yet. `passedOver`: the gate
   * looked at it and took it for no article.
   */
  | { kind: 'needs-click'; host: string | null; passedOver?: true }
  /** The user switched this site off. */
  | { kind: 'site-off'; host: string }
  /** A page we read and that is no article (front page, form, empty page). */
  | { kind: 'not-an-article'; host: string; words: number }
  /** A page no extension may read, or whose text cannot be had. */
  | { kind: 'unsupported'; reason: 'browser-page' | 'pdf' | 'file' | 'no-text' | 'store-page' }
  | { kind: 'error'; error: SidelightError };

/** What is shown of the open page itself. */
export interface PageFacts {
  tabId: number;
  host: string;
  headline: string | null;
  language: string | null;
  outletName: string | null;
  datePublished: string | null;
  authors: string[];
  /** By topic id: where the page names it, with a little of the text around, in reading order, at most 8 a topic. */
  evidence: Record<string, EvidencePhrase[]>;
  words: number;
}

/** A phrase on the page that names a topic, with its surroundings (at most 60 characters a side). */
export interface EvidencePhrase {
  zone: Zone;
  method: MentionMethod;
  before: string;
  surface: string;
  after: string;
}

/** A correction that was made. `wasThere`: there was one like it before, and taking this one back would take that one. */
export interface MadeCorrection {
  correctionId: string;
  wasThere?: true;
}

/** A correction as a list shows it. */
export interface CorrectionRow {
  id: string;
  kind: Correction['kind'];
  atMs: number;
  /** The report's headline, the topic's or reporter's name, or the name that is none; null for a report or reporter that is gone. */
  of: string | null;
  /** The phrase that is not the topic, the further name, the topic or reporter it is the same as or not, the headline it is no copy of or that is not theirs. */
  text: string | null;
}

/** A source to be added. */
export interface NewSource {
  url: string;
  /** Empty for the host's name. */
  title: string;
  siteUrl: string | null;
  folders: string[];
}

/** What the user changes of a source; what is left out stays. */
export interface SourceChange {
  id: string;
  title?: string;
  url?: string;
  paused?: boolean;
}

/** A source as a list shows it. Times are epoch ms, null for never. */
export interface SourceRow extends Source {
  format: FeedFormat | null;
  health: SourceHealth;
  failure: SourceState['failure'];
  /** Reports it brought; of those, new ones at the last fetch that had any. */
  reports: number;
  lastAdded: number;
  succeededAtMs: number | null;
  nextAtMs: number | null;
  /** Whether the browser lets us fetch it. */
  granted: boolean;
  /** It is being fetched. */
  busy: boolean;
}

/** A feed or news sitemap that was found, or that a file lists. */
export interface FoundFeed extends NewSource {
  /** Null where it was not looked into. */
  format: FeedFormat | null;
  /** Reports it announces now; null where it was not looked into. */
  reports: number | null;
  /** It is a source already. */
  known: boolean;
  /** It is one that the browser does not let us fetch; said of an open page's feeds only. */
  refused?: boolean;
  /** Named by the page that declares it. */
  declared: boolean;
}

/** One thing that is other now than it was. Texts are told apart by their number of words. */
export interface ReportChange {
  field: 'headline' | 'authors' | 'datePublished' | 'dateModified' | 'text';
  before: string;
  after: string;
}

/** What is known of a page that the index holds. */
export interface KeptPage {
  articleId: string;
  /** Null where it is not saved, but came from a source or pack. */
  savedAtMs: number | null;
  /** When it was last seen as the index has it. */
  seenAtMs: number;
  /** What the page says otherwise now. */
  changes: ReportChange[];
  /** All it was seen to say, oldest first. */
  versions: ReportVersion[];
}

/** A saved page as a list shows it. */
export interface SavedRow {
  article: ArticleRow;
  savedAtMs: number;
  versions: ReportVersion[];
  /** False for a document whose text could not be had. */
  hasText: boolean;
}

/** What our own pages may ask of the background. One argument object, one JSON answer; failure is data. */
export interface PageProtocol {
  /** The state of a tab's page as it is known now; never reads the page. */
  getPage(args: { tabId: number }): PageState;
  /** Reads the page of the tab (needs activeTab or a granted host) and answers with its state. */
  analysePage(args: { tabId: number }): PageState;
  /** `patient`: phrases and names are looked for until the page is full, however long it takes. */
  search(args: { query: string; limit: number; from?: number; order?: SearchOrder; patient?: boolean }): SearchAnswer;
  /** The reports of a search from the first to the last, to cite them. */
  searchIds(args: { query: string; limit: number; order?: SearchOrder }): FoundIds;
  searchFacets(args: { query: string }): SearchFacets;
  listPins(args: Record<string, never>): Pin[];
  listPinIds(args: Record<string, never>): string[];
  pinArticle(args: { articleId: string }): Pin;
  /** Pins the open page itself; `wasPinned` where it was pinned before. */
  pinPage(args: { tabId: number }): { pin: Pin; wasPinned: boolean };
  /** Saves the open page into the index; of a PDF its title and address. `withText` tells which. */
  savePage(args: { tabId: number }): { articleId: string; withText: boolean };
  /** Takes a save away, and its report unless something else holds it. */
  removeSave(args: { articleId: string }): { articleId: string };
  /** Undo of the last `savePage` or `removeSave` of a report, while the background remembers it. */
  undoSave(args: { articleId: string }): { undone: boolean };
  /** What is known of the page in a tab, and what it says otherwise now; null where the index does not hold it. */
  keptPage(args: { tabId: number }): KeptPage | null;
  /** Saved pages, newest first. */
  listSaved(args: Record<string, never>): SavedRow[];
  /** Moves a pin to the trash. */
  unpin(args: { pinId: string }): { pinId: string };
  /** Takes a pin out of the trash, as it was. */
  restorePin(args: { pinId: string }): Pin;
  setPinState(args: { pinId: string; state: Pin['state'] }): Pin;
  /**
   * Hides a report for the page in a tab, or, where the library says it, for the page of a stored report (`pageOf`). Answers with the correction's
   * id for undo.
   */
  markNotRelated(args: { tabId: number; articleId: string } | { tabId: null; articleId: string; pageOf: string }): MadeCorrection;
  /** A report folded under another is no copy of it. `tabId`: of the page it was said on; null for the library. */
  markNotCopy(args: { tabId: number | null; articleId: string; ofId: string }): MadeCorrection;
  /** The page's phrases for a topic do not mean it. */
  markNotTopic(args: { tabId: number; topicId: string; surfaces: string[] }): MadeCorrection;
  /** Gives a topic a further name, in any script. `tabId` as above. */
  markAlias(args: { tabId: number | null; topicId: string; alias: string }): MadeCorrection;
  /** Says that a topic is another one, given by id or name: from then on it is read as that one. `tabId` as above. */
  markSameTopic(args: { tabId: number | null; topicId: string; other: string }): MadeCorrection;
  /** Makes a name a topic of the user's own. */
  addTopic(args: { name: string; language: string | null }): { correctionId: string };
  /** Says that a name which recurs is no topic: it is not proposed again. */
  refuseTopic(args: { name: string }): { correctionId: string };
  /** Every correction, newest first. */
  listCorrections(args: Record<string, never>): CorrectionRow[];
  undoCorrection(args: { correctionId: string }): { undone: boolean };
  /** Begins or ends following a reporter (`@id`) or topic (`#id`). `removed`: what was followed until now, for undo. */
  follow(args: { id: string; followed: boolean }): { followed: boolean; removed: Follow[] };
  /** Undo of an end of following. */
  restoreFollows(args: { follows: Follow[] }): Record<string, never>;
  /** All that the user follows, with what is new. */
  listFollowed(args: Record<string, never>): FollowedList;
  /** The user has looked at a list: what came until its time is not new any more. */
  seeFollowed(args: { atMs: number }): Record<string, never>;
  getReporter(args: { reporterId: string }): ReporterProfile;
  /** Reporters of a name, typing errors forgiven, but for one and those who are the same. */
  findReporters(args: { typed: string; notId: string }): ReporterName[];
  /** Says that another reporter is this one: from then on the other is read as this one. */
  markSameReporter(args: { reporterId: string; otherId: string }): { correctionId: string };
  /** Says that another reporter is not this one, however alike. */
  markOtherReporter(args: { reporterId: string; otherId: string }): { correctionId: string };
  /** Says that a report is not by this reporter. */
  markNotTheirs(args: { reporterId: string; articleId: string }): { correctionId: string };
  getSettings(args: Record<string, never>): SettingsState;
  /** Applies a mode after the page asked the browser for the permission it needs. */
  setMode(args: { mode: Mode }): SettingsState;
  setSite(args: { host: string; rule: SiteRule }): SettingsState;
  setPreference(args: { showBadge?: boolean; markTopics?: boolean; firstRunDone?: boolean }): SettingsState;
  getIndexStatus(args: Record<string, never>): IndexStatus;
  removeSamples(args: Record<string, never>): IndexStatus;
  /** Undo of the last `removeSamples`, while the background remembers it. */
  restoreSamples(args: Record<string, never>): IndexStatus;
  rebuildIndex(args: Record<string, never>): { started: boolean };
  /** Every source, ordered by title. */
  listSources(args: Record<string, never>): SourceRow[];
  /** Adds sources and begins to fetch them; known ones stay as they are. Answers with their ids. */
  addSources(args: { sources: NewSource[] }): { added: string[]; known: string[] };
  changeSource(args: SourceChange): Source;
  /** The offered address of a source that has moved is not wanted. */
  keepSourceAddress(args: { id: string }): Record<string, never>;
  /**
   * Fetches an address (once, or with `usual` also where sites usually have their feeds) and says which feeds are there: itself, or those that the
   * page or list names. The permission for the host must be there.
   */
  findFeeds(args: { url: string; usual: boolean }): FoundFeed[];
  /** Feeds that the page in a tab declares; nothing is fetched. */
  siteFeeds(args: { tabId: number }): FoundFeed[];
  /** Feeds that an OPML file lists. */
  /** `leftOut`: feeds at addresses of this computer or its network, which are not fetched. */
  readOpml(args: { text: string }): { feeds: FoundFeed[]; leftOut: number };
  /** All sources as an OPML file. */
  writeOpml(args: Record<string, never>): { text: string };
  /** Fetches these sources now; null for all that are not paused. Goes on after the answer. */
  refreshSources(args: { ids: string[] | null }): { started: boolean };
  /** Ends the fetching under way; what is not fetched yet is taken up at its time. */
  stopRefresh(args: Record<string, never>): { stopped: boolean };
  /** What is kept where, in case this browser profile is lost. */
  getSafekeeping(args: Record<string, never>): SafekeepingState;
  /** Switches the weekly file on, after the page got the permission, or off. The first file is written at once. */
  setWeeklyFile(args: { weekly: boolean }): SafekeepingState;
  /** The user took a copy out of the browser by hand, and says that the file is there. `changes`: how many they had made when it was begun. */
  noteCopyOutside(args: { changes: number }): SafekeepingState;
  /** A page of ours wrote to the store itself: restored settings are applied, unfinished work is taken up should the page go. `reports`: reports came in or went, so pages that were read are worked on again. */
  dataChanged(args: { reports?: true }): SettingsState;
}

/** What is kept where, and what the reader should know of it. */
export interface SafekeepingState {
  /** The last copy outside the browser; null before the first. */
  outside: { atMs: number; by: 'hand' | 'itself' } | null;
  /** What the user changed since; null where the index cannot be read. */
  changesSince: number | null;
  /** It is time for a copy outside. */
  remind: boolean;
  weekly: boolean;
  /** Why the last weekly file was not written, also where the permission is gone; null where all is well. */
  failure: { code: FileFailure; atMs: number } | null;
  /** Since when no rolling copy could be made; null where all is well. */
  copiesFailAtMs: number | null;
}

/** Settings beside what the browser really granted: the two can differ after a revocation. */
export interface SettingsState extends Settings {
  grantedHosts: string[];
  /** True when the mode needs a permission that is not there (any more). */
  permissionMissing: boolean;
  /** Chosen sites the browser does not let us read. */
  missingHosts: string[];
}

/** What a page's content script may say. The page is untrusted: both are parsed again on arrival. */
export interface ContentProtocol {
  /** The gate thinks this page is an article (or, after a navigation inside the page, no longer one). */
  pageSeen(args: { isArticle: boolean }): { extract: boolean };
}

/** Pushed from the background to open popups and panels when a tab's state changed. */
export interface PageStateChanged {
  type: 'page-state-changed';
  tabId: number;
}

/** The functions a surface calls; the real client sends messages, tests pass a fake. */
export type PageClient = {
  [K in keyof PageProtocol]: (
    args: Parameters<PageProtocol[K]>[0],
  ) => Promise<{ ok: true; value: ReturnType<PageProtocol[K]> } | { ok: false; error: SidelightError }>;
};
