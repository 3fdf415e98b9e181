import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ok } from '../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../lib/core/settings.ts';
import { createLibraryData } from '../../lib/services/library-data.ts';
import { createPackImports } from '../../lib/services/pack-imports.ts';
import { openCopies } from '../../lib/store/indexed-db/copies.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { salvage } from '../../lib/store/indexed-db/salvage.ts';
import { openSyncState } from '../../lib/store/indexed-db/sync-state.ts';
import { openGazetteer } from '../../lib/topics/gazetteer.ts';
import { value } from './checks.ts';
import { derive, pin, record } from './sample-data.ts';

describe('exporting a library as a page', () => {
  it('reads the store itself, and holds its reports and pins', async () => {
    const store = await openStore({ databaseName: 'library-html', derive, nowMs: Date.now }).then(value);
    value(
      await store.addArticles(Array.from({ length: 450 }, (_, i) => record(`r${i}`, { headline: `Lathe ${i} <b>`, text: `Text ${i}` }))),
    );
    value(await store.putPin(pin('r1')));
    const place = { store, gazetteer: value(openGazetteer([])), refreshTopics: async () => {} };
    const at = { open: async () => ok(place), nowMs: Date.now };
    const data = createLibraryData({
      ...at,
      openCopies: () => openCopies({ databaseName: 'copies' }),
      salvage: (settings) => salvage(settings),
      imports: createPackImports(at),
      fetch,
      version: '0.1.0',
      settings: async () => DEFAULT_SETTINGS,
      salt: async () => null,
      devices: async () => ({ openSyncState, random: (length) => new Uint8Array(length), isGranted: async () => false }),
      announce: async () => {},
      changed: () => {},
    });
    const html = await value(
      await data.exportHtml({
        title: 'Library',
        intro: 'All',
        heading: (table) => table,
        state: (state) => state,
        pinned: String,
        saved: String,
        filledBy: String,
        noDate: 'No date',
      }),
    ).text();
    expect(html.match(/Lathe \d+ &lt;b&gt;/g)?.length).toBeGreaterThanOrEqual(450);
    expect(html).toContain('<p dir="auto">Text 1</p>');
    expect(html).not.toContain('Text 2<');
    const cited = value(await data.citeReports({ articleIds: ['r1'], format: 'bibtex', subject: { kind: 'report' } }));
    expect(cited.text).toContain('title = {{Lathe 1 <b>}}');
    store.close();
  });
});
