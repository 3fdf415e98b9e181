import { fail, ok, type Result } from '../core/result.ts';
import type { PageHandlers } from '../messaging/router.ts';
import { tabFacts } from '../platform/page-reader.ts';
import { getSession, removeSession, setSession } from '../platform/session.ts';
import { deriveArticle } from '../services/derive.ts';
import type { KeepDeps } from '../services/keep-page.ts';
import { keptPage, removeSave, type SaveUndo, saveAddress, savedRows, savePage, undoSave } from '../services/saves.ts';
import type { App } from './app.ts';
import type { Workplace } from './workplace.ts';

type SaveHandlers = Pick<PageHandlers, 'savePage' | 'removeSave' | 'undoSave' | 'keptPage' | 'listSaved'>;

const LATEST = 'undo:save';

/** What keeping pages works with, here. */
export function keepDeps({ store, gazetteer }: Workplace): KeepDeps {
  return { store, derive: (article) => deriveArticle(article, gazetteer), nowMs: () => Date.now() };
}

/** The messages about saved pages. */
export function createSaveHandlers({ pages, withPlace }: App): SaveHandlers {
  /** What reports were before they were saved or taken away: as long as the background runs, and the latest until the browser closes. */
  const undos = new Map<string, SaveUndo>();
  const remember = async (undo: SaveUndo): Promise<string> => {
    undos.set(undo.articleId, undo);
    // Of one for which the session has no room an earlier one is not the latest.
    await setSession(LATEST, undo).catch(() => removeSession(LATEST));
    return undo.articleId;
  };
  const latest = async (articleId: string): Promise<SaveUndo | undefined> => {
    const kept = (await getSession(LATEST)) as SaveUndo | undefined;
    return kept?.articleId === articleId ? kept : undefined;
  };

  return {
    savePage: ({ tabId }) =>
      withPlace(async (place) => {
        // What is on the screen by now: the page may have gone on since it was read.
        const snapshot = await pages.readNow(tabId);
        if (snapshot !== null) {
          const saved = await savePage(snapshot, keepDeps(place));
          if (!saved.ok) return saved;
          // Its reporters are known now: they can be followed.
          await pages.refresh(tabId);
          return ok({ articleId: await remember(saved.value), withText: true });
        }
        const state = await pages.get(tabId);
        const tab = state.kind === 'unsupported' && state.reason === 'pdf' ? await tabFacts(tabId) : null;
        if (tab === null) return fail('not-found', 'There is nothing on this page that can be saved.');
        const saved = await saveAddress(tab.url, tab.title, keepDeps(place));
        return saved.ok ? ok({ articleId: await remember(saved.value), withText: false }) : saved;
      }),
    removeSave: ({ articleId }) =>
      withPlace(async (place) => {
        const removed = await removeSave(articleId, place);
        if (!removed.ok) return removed;
        void pages.refreshAll();
        return ok({ articleId: await remember(removed.value) });
      }),
    undoSave: ({ articleId }) =>
      withPlace(async (place): Promise<Result<{ undone: boolean }>> => {
        const kept = await latest(articleId);
        const undo = undos.get(articleId) ?? kept;
        if (undo === undefined) return ok({ undone: false });
        const undone = await undoSave(undo, keepDeps(place));
        if (!undone.ok) return undone;
        undos.delete(articleId);
        if (kept !== undefined) await removeSession(LATEST);
        void pages.refreshAll();
        return ok({ undone: true });
      }),
    keptPage: ({ tabId }) =>
      withPlace(async ({ store }) => {
        const snapshot = await pages.snapshot(tabId);
        return ok(snapshot === null ? null : await keptPage(snapshot, store));
      }),
    listSaved: () => withPlace(async ({ store }) => ok(await savedRows(store))),
  };
}
