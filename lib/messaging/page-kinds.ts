import type { PageProtocol } from './protocol.ts';

type Kind = keyof PageProtocol;

/** Twice is as good as once: nothing is changed that a reader made, and nobody outside is asked. */
const ASKS: Kind[] = [
  'getPage',
  'analysePage',
  'search',
  'searchIds',
  'searchFacets',
  'listPins',
  'listPinIds',
  'keptPage',
  'listSaved',
  'listCorrections',
  'listFollowed',
  'getReporter',
  'findReporters',
  'getSettings',
  'getIndexStatus',
  'listSources',
  'siteFeeds',
  'readOpml',
  'writeOpml',
  'getSafekeeping',
];

const ACTS: Kind[] = [
  'pinArticle',
  'pinPage',
  'savePage',
  'removeSave',
  'undoSave',
  'unpin',
  'restorePin',
  'setPinState',
  'markNotRelated',
  'markNotCopy',
  'markNotTopic',
  'markAlias',
  'markSameTopic',
  'addTopic',
  'refuseTopic',
  'undoCorrection',
  'follow',
  'restoreFollows',
  'seeFollowed',
  'markSameReporter',
  'markOtherReporter',
  'markNotTheirs',
  'setMode',
  'setSite',
  'setPreference',
  'removeSamples',
  'restoreSamples',
  'rebuildIndex',
  'addSources',
  'changeSource',
  'keepSourceAddress',
  'findFeeds',
  'refreshSources',
  'stopRefresh',
  'setWeeklyFile',
  'noteCopyOutside',
  'dataChanged',
];

/** Every message of our own pages, without the schemas: keeps the validator out of the popup's bundle. A unit test knows if one is missing. */
export const PAGE_KINDS: readonly Kind[] = [...ASKS, ...ACTS];

/** True for messages that may be sent again where it is not known whether they arrived. */
export function onlyAsks(kind: Kind): boolean {
  return ASKS.includes(kind);
}
