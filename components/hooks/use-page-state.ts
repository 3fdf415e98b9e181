import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PageClient, PageState } from '../../lib/messaging/protocol.ts';
import type { SurfacePlatform } from '../surface-platform.ts';

/** What a surface knows of the tab it follows. */
export interface FollowedPage {
  tabId: number | null;
  /** Null while the first answer for this tab is awaited, and while it is read because the reader asked. */
  state: PageState | null;
  /** True when results of another page were shown before and this one was not read yet. */
  moved: boolean;
  /** Reads the page now. */
  analyse(): Promise<void>;
  /** Asks again for what is known, and keeps what is shown until the answer is there. */
  refresh(): Promise<void>;
}

/** What was found before in a tab, without the background. */
export type KnownPage = (tabId: number) => Promise<PageState | null>;

type Shown = Pick<FollowedPage, 'tabId' | 'state' | 'moved'>;

/**
 * Follows the active tab. Another tab's results are never shown: they go as soon as the tab changes, and late answers for
 * an earlier tab are dropped. In the popup the click that opened it is the click that reads the page. `known`: what was found before, for
 * the time until the background has woken and answered.
 */
export function usePageState(platform: SurfacePlatform, client: PageClient, known?: KnownPage): FollowedPage {
  const [shown, setShown] = useState<Shown>({ tabId: null, state: null, moved: false });
  const turn = useRef(0);
  /** The popup reads once by itself, also where the reading before failed: a page that answers the same again gets a button. */
  const readByItself = useRef(false);
  const current = useRef<Shown>(shown);
  current.current = shown;

  const show = useCallback((next: Shown) => {
    current.current = next;
    setShown(next);
  }, []);

  const ask = useCallback(
    async (tabId: number, how: 'get' | 'analyse') => {
      turn.current += 1;
      const mine = turn.current;
      let answer = how === 'get' ? await client.getPage({ tabId }) : await client.analysePage({ tabId });
      if (mine !== turn.current) return;
      const isRead = answer.ok && answer.value.kind !== 'needs-click' && answer.value.kind !== 'error';
      if (how === 'get' && platform.surface === 'popup' && !readByItself.current && answer.ok && !isRead) {
        readByItself.current = true;
        answer = await client.analysePage({ tabId });
        if (mine !== turn.current) return;
      }
      const state: PageState = answer.ok ? answer.value : { kind: 'error', error: answer.error };
      const had = current.current;
      show({ tabId, state, moved: (had.moved || had.state?.kind === 'ready') && state.kind === 'needs-click' });
    },
    [client, platform, show],
  );

  const follow = useCallback(
    async (tabId: number | null) => {
      if (tabId === null) {
        show({ tabId, state: { kind: 'unsupported', reason: 'browser-page' }, moved: false });
        return;
      }
      readByItself.current = false;
      const had = current.current;
      const moved = had.moved || had.state?.kind === 'ready';
      show({ tabId, state: null, moved });
      const asked = ask(tabId, 'get');
      const mine = turn.current;
      void known?.(tabId).then((state) => {
        if (mine === turn.current && current.current.state === null && state?.kind === 'ready') show({ tabId, state, moved: false });
      });
      await asked;
    },
    [ask, show, known],
  );

  useEffect(() => {
    let stopped = false;
    void platform.activeTabId().then((tabId) => {
      if (!stopped && current.current.tabId === null) void follow(tabId);
    });
    const stopTabs = platform.onActiveTabChanged((tabId) => void follow(tabId));
    const stopStates = platform.onPageStateChanged((tabId) => {
      if (tabId === current.current.tabId) void ask(tabId, 'get');
    });
    return () => {
      stopped = true;
      turn.current += 1;
      stopTabs();
      stopStates();
    };
  }, [platform, follow, ask]);

  const { tabId } = shown;
  return {
    ...shown,
    analyse: useCallback(async () => {
      if (tabId === null) return;
      show({ ...current.current, state: null });
      await ask(tabId, 'analyse');
    }, [tabId, ask, show]),
    refresh: useCallback(async () => {
      if (tabId !== null && tabId === current.current.tabId) await ask(tabId, 'get');
    }, [tabId, ask]),
  };
}
