import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../lib/cli/english.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { createLibraryCourses } from '../../lib/services/library-courses.ts';
import { createLibraryData } from '../../lib/services/library-data.ts';
import { createLibraryPins } from '../../lib/services/library-pins.ts';
import { createPackImports } from '../../lib/services/pack-imports.ts';
import { openCopies } from '../../lib/store/indexed-db/copies.ts';
import { openSyncState } from '../../lib/store/indexed-db/sync-state.ts';
import { openGazetteer } from '../../lib/topics/gazetteer.ts';
import { UNREADABLE, unreadable } from '../support/unreadable-store.ts';
import { value } from './checks.ts';
import { pin } from './sample-data.ts';

const place = { store: UNREADABLE, gazetteer: value(openGazetteer([])), refreshTopics: async () => {} };
const at = { open: async () => ok(place), nowMs: () => 0 };
const pins = createLibraryPins({ open: async () => ok(UNREADABLE), nowMs: () => 0, newId: () => 'c', announce: async () => {} });
const courses = createLibraryCourses({ ...at, offset: () => 0, texts: ENGLISH, salt: async () => null });
const data = createLibraryData({
  ...at,
  openCopies: async () => ok({ ...value(await openCopies({ databaseName: 'unreadable-copies' })), list: unreadable }),
  salvage: async () => ok({ file: new Blob(['what can be read']), rows: 0, lost: [], textsLost: 0, trimmed: 0 }),
  imports: createPackImports(at),
  fetch,
  version: '0.1.0',
  settings: async () => DEFAULT_SETTINGS,
  salt: async () => 'salt',
  devices: async () => ({ openSyncState, random: (length) => new Uint8Array(length), isGranted: async () => false }),
  announce: async () => {},
  changed: () => {},
});
const backup = new Blob(['{"format":"sidelight-backup","version":4,"counts":{},"sha256":""}\n']);
const steps = { onProgress: () => {}, signal: new AbortController().signal };

const CALLS: [name: string, call: () => Promise<Result<unknown>>][] = [
  ['the first pins', () => pins.firstPins(5)],
  ['the pins', () => pins.readPins()],
  ['what is new since a pin', () => pins.newSincePinned([pin('r')])],
  ['a change of pins', () => pins.changePins(['r'], { state: 'read' })],
  ['a note', () => pins.readNote('pin r')],
  ['the collections', () => pins.listCollections()],
  ['a collection', () => pins.listItems('c')],
  ['the trash', () => pins.listTrash()],
  ['a report to read', () => pins.readReport('r')],
  ['a reporter’s details', () => pins.readReporter('p')],
  ['a topic’s page', () => courses.topic('t')],
  ['a reporter’s page', () => courses.reporter('p')],
  ['reports of a course', () => courses.reports({ kind: 'topic', id: 't' }, { from: 0, limit: 5 })],
  ['a story', () => courses.story('r')],
  ['the activity', () => data.listActivity(5)],
  ['proposed topics', () => data.topicProposals()],
  ['citations', () => data.citeReports({ articleIds: ['r'], format: 'ris', subject: { kind: 'report' } })],
  ['a source to remove', () => data.removeSource('s', false)],
  ['the copies', () => data.listCopies()],
  ['a page of everything', () => data.exportHtml({} as never)],
  ['a backup to restore', () => data.previewRestore(backup)],
  ['files to import', () => data.previewImport([new File(['<a href="https://a.example/">A</a>'], 'a.html')], steps as never)],
  ['a restore that was cut off', () => data.restoreLeft()],
  ['the packs', () => data.listPacks()],
  ['a pack’s removal', () => data.removalOf('p')],
  ['an import that was cut off', () => data.packLeft()],
  ['texts that lost', async () => (await data.exchange()).listLost()],
  ['the state of sync', async () => (await data.sync()).syncStatus()],
];

describe('an index of which nothing can be read', () => {
  it.each(CALLS)('%s: the answer says so', async (_name, call) => {
    expect(await call()).toMatchObject(fail('storage-failed', expect.any(String)));
  });

  it('is exported as far as it can be read', async () => {
    const exported = value(await data.exportBackup());
    expect([await exported.file.text(), exported.lost]).toMatchObject(['what can be read', { lost: [], textsLost: 0, trimmed: 0 }]);
  });
});
