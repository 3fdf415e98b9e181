import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ownReport } from '../../../lib/services/own-report.ts';
import { pinPage } from '../../../lib/services/pin-page.ts';
import { keptPage, savePage, undoSave } from '../../../lib/services/saves.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { value } from '../../contract/checks.ts';
import { article, derive } from '../../contract/sample-data.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const PLAIN = 'https://www.harbour.example/port-closed';

async function world(url: string) {
  const store = value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => 0 }));
  const report = article('fed', { url });
  value(await store.addArticles([{ article: report, derived: derive(report) }]));
  return { store, deps: { store, derive, nowMs: () => 5 } };
}

describe('the report that a page is', () => {
  it.each([
    [PLAIN, 'https://m.harbour.example/port-closed'],
    [PLAIN, 'https://www.harbour.example/port-closed/amp'],
    [PLAIN, 'https://harbour.example/port-closed'],
    ['https://harbour.example/port-closed', `${PLAIN}?utm_source=x`],
  ])('of %s is found from %s', async (stored, open) => {
    const { store } = await world(stored);
    expect((await ownReport(open, store))?.id).toBe('fed');
    expect(await ownReport(`${open.replace('closed', 'open')}`, store)).toBeNull();
    expect(await ownReport('javascript:alert(1)', store)).toBeNull();
  });

  it('is the one at the page’s own address where both forms are stored', async () => {
    const { store } = await world(PLAIN);
    const mobile = article('mobile', { url: 'https://m.harbour.example/port-closed' });
    value(await store.addArticles([{ article: mobile, derived: derive(mobile) }]));
    expect((await ownReport('https://m.harbour.example/port-closed', store))?.id).toBe('mobile');
    expect((await ownReport('https://amp.harbour.example/port-closed', store))?.id).toBe('fed');
  });

  it('is pinned, saved and brought back as the one report', async () => {
    const { store, deps } = await world(PLAIN);
    const page = snapshotOf({ url: 'https://m.harbour.example/port-closed', headline: 'Port closed', paragraphs: ['The port is closed.'] });
    expect(value(await pinPage(page, deps)).pin.id).toBe('fed');
    expect((await keptPage(page, store))?.articleId).toBe('fed');
    const undo = value(await savePage(page, deps));
    expect(undo.articleId).toBe('fed');
    expect((await store.status()).articles).toBe(1);
    value(await undoSave(undo, deps));
    expect((await store.findArticleByUrl(PLAIN))?.article.id).toBe('fed');
  });
});
