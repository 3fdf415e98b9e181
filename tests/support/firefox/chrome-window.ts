import type { Bidi } from './bidi.ts';

/** Runs expressions in the browser's own window, with the rights of the browser itself. */
export interface ChromeWindow {
  evaluate<T>(expression: string): Promise<T>;
}

/** Finds the first browser window and prepares it: popups and sidebars become reachable for BiDi, requests are watched. */
export async function openChromeWindow(bidi: Bidi): Promise<ChromeWindow> {
  const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const context = tree.contexts[0]?.context;
  if (context === undefined) throw new Error('Firefox has no window.');
  const evaluate = <T>(expression: string) => bidi.evaluate<T>(context, expression);
  await evaluate(REACH_EXTENSION_BROWSERS);
  await evaluate(WATCH_REQUESTS);
  return { evaluate };
}

/** An expression for the extension as the browser's inside knows it. */
export function extensionExpression(addonId: string): string {
  return `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.GlobalManager.getExtension(${JSON.stringify(addonId)})`;
}

/** An expression for BiDi's id of a `browser` element (a popup's or the sidebar's), or null while it is not there. */
export function contextIdExpression(browserElement: string): string {
  return `(() => {
    const element = ${browserElement};
    if (!element?.browsingContext?.currentWindowGlobal) return null;
    element.permanentKey ??= new (Cu.getGlobalForObject(Services).Object)();
    window.sidelightBrowsers ??= new Set();
    window.sidelightBrowsers.add(element);
    return ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs').NavigableManager.getIdForBrowser(element);
  })()`;
}

// BiDi looks for tabs only. A popup and the sidebar are browsers as well: they are found when no tab has the id (docs/browser-bugs.md).
const REACH_EXTENSION_BROWSERS = `(() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  if (NavigableManager.sidelight) return;
  NavigableManager.sidelight = true;
  const ofTabs = NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = (id) =>
    ofTabs(id) ?? [...(window.sidelightBrowsers ?? [])].find((element) => element.isConnected && NavigableManager.getIdForBrowser(element) === id) ?? null;
})()`;

const WATCH_REQUESTS = `(() => {
  if (window.sidelightRequests) return;
  window.sidelightRequests = [];
  const principalOf = (info) => [info?.triggeringPrincipal, info?.loadingPrincipal].filter(Boolean);
  const from = (info) => {
    const principals = principalOf(info);
    if (principals.some((one) => one.addonId || one.isExpandedPrincipal || one.contentScriptAddonPolicy)) return 'extension';
    // A tab's own document is asked for by the browser when someone typed its address.
    const document = info?.externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
    return document || principals.some((one) => one.isContentPrincipal) ? 'page' : 'browser';
  };
  const observer = { observe(subject) {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    window.sidelightRequests.push({ url: channel.URI.spec, from: from(channel.loadInfo) });
  } };
  Services.obs.addObserver(observer, 'http-on-opening-request');
})()`;
