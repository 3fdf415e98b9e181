/*
 * The gate's way to the background. On the native namespace and without imports: it is part of every page the user let us
 * look at, and must stay small. With lib/platform the one place that names the browser API.
 */

interface NativeRuntime {
  id?: string;
  sendMessage(message: unknown): Promise<unknown>;
}
interface GateWorld {
  browser?: { runtime?: NativeRuntime };
  chrome?: { runtime?: NativeRuntime };
  /** Stops the gate that ran here before, such as one of an older version of the extension. */
  sidelightStop?: (() => void) | undefined;
  navigation?: EventTarget;
}

const world = globalThis as unknown as GateWorld;
/** A page that changes its address needs a moment to show the new text. */
const SETTLE_MS = 400;

/** Tells the background whether this page is an article. When the extension was reloaded meanwhile, the gate stops for good. */
export function tellBackground(isArticle: boolean): void {
  try {
    const runtime = (world.browser ?? world.chrome)?.runtime;
    if (runtime?.id) void runtime.sendMessage({ kind: 'pageSeen', args: { isArticle } }).catch(() => world.sidelightStop?.());
    else world.sidelightStop?.();
  } catch {
    world.sidelightStop?.();
  }
}

/**
 * Calls back once the page is idle, and again, idle, after each navigation inside the page that changed more than the fragment. What has
 * more to do returns true and is called again when the page is idle.
 */
export function onPageChange(look: () => unknown): void {
  world.sidelightStop?.();
  let timer = 0;
  let address = '';
  const idle = (): void => void requestIdleCallback(() => look() && idle(), { timeout: 2000 });
  const changed = (): void => {
    const now = location.href.split('#')[0] as string;
    if (now === address) return;
    address = now;
    clearTimeout(timer);
    timer = setTimeout(idle, SETTLE_MS) as unknown as number;
  };
  address = location.href.split('#')[0] as string;
  // The Navigation API sees every kind of navigation; where it is missing, going back is seen and the rest at the next click.
  const target: EventTarget = world.navigation ?? window;
  const event = world.navigation ? 'navigatesuccess' : 'popstate';
  target.addEventListener(event, changed);
  world.sidelightStop = () => {
    clearTimeout(timer);
    target.removeEventListener(event, changed);
    world.sidelightStop = undefined;
  };
  idle();
}
