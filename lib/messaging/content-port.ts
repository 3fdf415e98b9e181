/*
 * The gate's way to the background. On the native namespace and without imports: it is part of every page the user let us
 * look at, and must stay small. With lib/platform the one place that names the browser API.
 */

/** Also Firefox's `chrome` answers with promises, in an extension of this manifest version. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const world = globalThis as unknown as {
  /** Stops the gate that runs here: another begins, or its extension is gone. */
  sidelightGate?: AbortController;
  navigation?: EventTarget;
};
type MaybeHidden = Document & { prerendering?: boolean };
/** A page that changes its address needs a moment to show the new text. */
const SETTLE_MS = 400;

/** Tells the background whether this page is an article. When the extension was reloaded meanwhile, the gate stops for good. */
export function tellBackground(isArticle: boolean): void {
  try {
    // A page that the browser puts aside while it waits gets no answer, and may be shown again: no reason to stop.
    chrome.runtime.sendMessage({ kind: 'pageSeen', args: { isArticle } }).catch(() => {});
  } catch {
    world.sidelightGate?.abort();
  }
}

/**
 * Calls back once the page is shown and idle, and again, idle, after each navigation inside the page that changed more than the fragment,
 * and when the reader comes back to the page as the browser kept it. What has more to do returns true and is called again when the page
 * is idle.
 */
export function onPageChange(look: () => unknown): void {
  world.sidelightGate?.abort();
  const gate = new AbortController();
  world.sidelightGate = gate;
  let timer = 0;
  let address = '';
  const idle = (): unknown => gate.signal.aborted || requestIdleCallback(() => look() && idle(), { timeout: 2000 });
  const changed = ({ persisted }: Partial<PageTransitionEvent>): void => {
    // Behind "#/" and "#!" applications name pages of theirs.
    const now = location.href.split(/#\w/)[0] as string;
    // What the browser loads ahead may never be shown.
    if ((document as MaybeHidden).prerendering || (now === address && !persisted)) return;
    clearTimeout(timer);
    timer = setTimeout(idle, address ? SETTLE_MS : 0) as unknown as number;
    address = now;
  };
  // The Navigation API sees every kind of navigation; where it is missing, going back is seen and the rest at the next click.
  world.navigation?.addEventListener('navigatesuccess', changed, gate);
  addEventListener('popstate', changed, gate);
  addEventListener('pageshow', changed, gate);
  document.addEventListener('prerenderingchange', changed, gate);
  changed({});
}
