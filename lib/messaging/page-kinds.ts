import type { PageProtocol } from './protocol.ts';

const KINDS: Record<keyof PageProtocol, true> = {
  getPage: true,
  analysePage: true,
  search: true,
  listPins: true,
  pinArticle: true,
  pinPage: true,
  unpin: true,
  restorePin: true,
  setPinState: true,
  markNotRelated: true,
  markNotTopic: true,
  markAlias: true,
  markSameTopic: true,
  addTopic: true,
  refuseTopic: true,
  listCorrections: true,
  undoCorrection: true,
  followReporter: true,
  getReporter: true,
  getSettings: true,
  setMode: true,
  setSite: true,
  setPreference: true,
  getIndexStatus: true,
  removeSamples: true,
  restoreSamples: true,
  rebuildIndex: true,
  dataChanged: true,
};

/** Every message of our own pages, without the schemas: keeps the validator out of the popup's bundle. */
export const PAGE_KINDS = Object.keys(KINDS) as (keyof PageProtocol)[];
