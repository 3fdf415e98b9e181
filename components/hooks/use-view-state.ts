import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Browsers refuse more than about seven changes of an entry a second. */
const SCROLL_PAUSE_MS = 200;

/** What is kept in an entry of the tab's history: neither in its address nor in the browser's list of pages. */
interface Entry {
  views?: Record<string, unknown>;
  scrollY?: number;
}

function entry(): Entry {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null ? (state as Entry) : {};
}

function keep(change: Entry): void {
  window.history.replaceState({ ...entry(), ...change }, '');
}

/** A view's choices: kept in the history's entry, so that going back, and loading the page again, shows the same. `parse` makes them whole. */
export function useViewState<View extends object>(name: string, first: View): [View, (change: Partial<View>) => void] {
  const [view, setView] = useState<View>(() => ({ ...first, ...(entry().views?.[name] as Partial<View> | undefined) }));
  const change = useCallback(
    (part: Partial<View>) =>
      setView((before) => {
        const after = { ...before, ...part };
        keep({ views: { ...entry().views, [name]: after } });
        return after;
      }),
    [name],
  );
  return [view, change];
}

/** Brings a view back to where it was scrolled, once its rows are drawn; and keeps where that is. */
export function useKeptScroll(isDrawn: boolean): void {
  useLayoutEffect(() => {
    const { scrollY } = entry();
    if (isDrawn && scrollY !== undefined) window.scrollTo(0, scrollY);
  }, [isDrawn]);
  useEffect(() => {
    if (!isDrawn) return;
    window.history.scrollRestoration = 'manual';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => keep({ scrollY: window.scrollY }), SCROLL_PAUSE_MS);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      // Another entry by now: its place is not this one's.
      clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
    };
  }, [isDrawn]);
}
