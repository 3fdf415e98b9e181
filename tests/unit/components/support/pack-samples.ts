import type { PackPreview, PackRow } from '../../../../components/library-data.ts';
import { NOW } from './samples.ts';

/** A pack file that is new here, and signed. */
export const PACK_PREVIEW: PackPreview = {
  id: 'p1',
  name: 'Harbour pack',
  licence: 'CC-BY-4.0',
  source: 'Harbour Courier',
  date: '2026-01-29',
  bytes: 123_456,
  articles: 120,
  reporters: 9,
  outlets: 4,
  topics: 31,
  counts: [
    { kind: 'articles', inFile: 120, added: 118, changed: 2, kept: 0 },
    { kind: 'reporters', inFile: 9, added: 9, changed: 0, kept: 0 },
    { kind: 'outlets', inFile: 4, added: 4, changed: 0, kept: 0 },
    { kind: 'topics', inFile: 31, added: 31, changed: 0, kept: 0 },
  ],
  samples: 0,
  unreadable: 0,
  missing: 0,
  signer: { state: 'valid', fingerprint: '1354 5E4E 5F20 F85D E917 D67C 0637 8B0A' },
  here: null,
  refusal: null,
};

/** The same pack once it is here. */
export const PACK_ROW: PackRow = {
  id: 'pack:harbour',
  name: 'Harbour pack',
  licence: 'CC-BY-4.0',
  source: 'Harbour Courier',
  date: '2026-01-29',
  importedAtMs: NOW - 86_400_000,
  fingerprint: '1354 5E4E 5F20 F85D E917 D67C 0637 8B0A',
  url: null,
  isWhole: true,
  articles: 120,
  reporters: 9,
  outlets: 4,
  topics: 31,
};
