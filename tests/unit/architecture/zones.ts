/** A part of the program and what it may import. */
export interface Zone {
  /** Path prefix; the longest that fits decides. */
  prefix: string;
  /** Prefixes of ours it may import, besides itself. */
  mayImport: string[];
  /** Packages it may import (names, or prefixes that end in `/`). `node:` is only for those that list it. */
  packages: string[];
  /** What to do instead of breaking the rule. */
  instead: string;
}

const PURE = 'This folder is pure: take the value as an argument and let lib/services (or lib/cli) do the reading.';
const PURE_PACKAGES = ['valibot', '@noble/'];

/** Import zones of docs and `architecture.md`, most general first. Tests and scripts may import anything. */
export const ZONES: Zone[] = [
  { prefix: 'lib/core/', mayImport: [], packages: PURE_PACKAGES, instead: PURE },
  { prefix: 'lib/text/', mayImport: ['lib/core/'], packages: PURE_PACKAGES, instead: PURE },
  { prefix: 'lib/topics/', mayImport: ['lib/core/', 'lib/text/'], packages: PURE_PACKAGES, instead: PURE },
  { prefix: 'lib/index/', mayImport: ['lib/core/', 'lib/text/'], packages: PURE_PACKAGES, instead: PURE },
  {
    prefix: 'lib/search/',
    mayImport: ['lib/core/', 'lib/text/', 'lib/index/'],
    packages: [...PURE_PACKAGES, 'fuse.js/basic'],
    instead: PURE,
  },
  { prefix: 'lib/ranking/', mayImport: ['lib/core/', 'lib/text/', 'lib/index/', 'lib/topics/'], packages: PURE_PACKAGES, instead: PURE },
  { prefix: 'lib/citations/', mayImport: ['lib/core/', 'lib/text/'], packages: PURE_PACKAGES, instead: PURE },
  { prefix: 'lib/exports/', mayImport: ['lib/core/', 'lib/text/', 'lib/citations/'], packages: PURE_PACKAGES, instead: PURE },
  {
    prefix: 'lib/imports/',
    mayImport: ['lib/core/', 'lib/text/', 'lib/feeds/'],
    packages: [...PURE_PACKAGES, 'htmlparser2', 'entities/', 'fflate'],
    instead: PURE,
  },
  { prefix: 'lib/feeds/', mayImport: ['lib/core/', 'lib/text/'], packages: [...PURE_PACKAGES, 'htmlparser2', 'entities/'], instead: PURE },
  { prefix: 'lib/sources/', mayImport: ['lib/core/', 'lib/text/'], packages: [...PURE_PACKAGES, 'fuse.js/basic'], instead: PURE },
  { prefix: 'lib/packs/', mayImport: ['lib/core/', 'lib/text/', 'lib/topics/'], packages: PURE_PACKAGES, instead: PURE },
  { prefix: 'lib/sync/', mayImport: ['lib/core/'], packages: PURE_PACKAGES, instead: PURE },
  {
    prefix: 'lib/extract/',
    mayImport: ['lib/core/', 'lib/text/'],
    packages: ['valibot', '@mozilla/readability'],
    instead: 'It takes a Document and answers a PageSnapshot; the browser API stays in lib/platform and lib/messaging/content-port.',
  },
  {
    prefix: 'lib/page-marks/',
    mayImport: ['lib/core/'],
    packages: [],
    instead: 'It runs in the page: it takes a Document and what to mark, and knows nothing of the browser API.',
  },
  {
    prefix: 'lib/store/',
    mayImport: ['lib/core/', 'lib/text/', 'lib/topics/', 'lib/index/', 'lib/search/', 'lib/ranking/', 'lib/packs/', 'lib/sync/'],
    packages: ['valibot', 'idb', '@noble/'],
    instead: 'The store knows data, not the browser API or a page: pass what it needs through the Store port.',
  },
  {
    prefix: 'lib/services/',
    mayImport: [
      'lib/core/',
      'lib/text/',
      'lib/topics/',
      'lib/index/',
      'lib/search/',
      'lib/ranking/',
      'lib/citations/',
      'lib/exports/',
      'lib/imports/',
      'lib/feeds/',
      'lib/packs/',
      'lib/sync/',
      'lib/store/store.ts',
      'lib/messaging/protocol.ts',
      // Written against a port of their own, without the database.
      'lib/store/backup.ts',
      'lib/store/backup-source.ts',
      'lib/store/parse-backup.ts',
      'lib/store/parse-exchange.ts',
      'lib/store/entry-schema.ts',
      'lib/store/restore.ts',
      'lib/store/finish-restore.ts',
      'lib/store/all-rows.ts',
      'lib/store/made-copy.ts',
      // What browsers say of storage, as values.
      'lib/store/indexed-db/storage-failure.ts',
      // What a snapshot's zones are, and how it is made of a copied page.
      'lib/extract/zones.ts',
      'lib/extract/extract.ts',
      // Whose report a text says it is, for texts that no page holds.
      'lib/extract/closing-credit.ts',
      'lib/extract/dateline.ts',
      'lib/extract/agency-name.ts',
      // Whether a name that the reader wrote is an organisation's.
      'lib/extract/organisation-name.ts',
      // Who signs an entry of a feed, as bylines are read.
      'lib/extract/authors.ts',
      'lib/extract/names.ts',
      // What language an entry speaks, as pages are judged.
      'lib/extract/language.ts',
    ],
    packages: ['valibot', '@noble/', 'pouchdb-browser'],
    instead: 'A use case is a function of {store, fetch, clock, settings}: take it as an argument; the entrypoint wires it.',
  },
  {
    prefix: 'lib/platform/',
    mayImport: ['lib/core/'],
    packages: ['webextension-polyfill', 'valibot'],
    instead: 'Platform modules wrap one browser API each and know nothing of the program.',
  },
  {
    prefix: 'lib/messaging/',
    mayImport: ['lib/core/', 'lib/platform/', 'lib/store/'],
    packages: ['valibot'],
    instead: 'Messaging carries calls: hand it the handlers from the entrypoint.',
  },
  {
    prefix: 'lib/messaging/content-port.ts',
    mayImport: ['lib/core/', 'lib/messaging/protocol.ts'],
    packages: [],
    instead: 'The content port is in every page: types only.',
  },
  {
    prefix: 'lib/cli/',
    mayImport: ['lib/', 'package.json', 'public/_locales/'],
    packages: ['node:', 'parse5', 'csv-parse/sync', 'fake-indexeddb', 'fake-indexeddb/', 'valibot'],
    instead: 'The command line runs without a browser: use the pure modules and the store.',
  },
  {
    prefix: 'components/',
    mayImport: ['lib/core/', 'lib/text/', 'lib/messaging/client.ts', 'lib/messaging/protocol.ts', 'public/_locales/'],
    // marked: the tokens of a note's Markdown, from which a component makes elements.
    packages: ['preact', 'preact/', '@preact/', 'marked'],
    instead: 'Components take props and answer with events; ask through the client that the entrypoint hands in.',
  },
  {
    prefix: 'entrypoints/',
    mayImport: ['lib/', 'components/'],
    packages: ['wxt/', 'preact', 'preact/'],
    instead: 'Entrypoints wire; put the work into lib/services or a component.',
  },
];

/** The zone of a file, or null where none is laid down (tests, scripts). */
export function zoneOf(path: string): Zone | null {
  const fitting = ZONES.filter(({ prefix }) => path.startsWith(prefix));
  return fitting.sort((a, b) => b.prefix.length - a.prefix.length)[0] ?? null;
}
