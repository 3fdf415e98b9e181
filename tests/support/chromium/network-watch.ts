import type { Browser, CDPSession } from 'puppeteer-core';
import type { SeenRequest } from '../browser-under-test.ts';

/** Requests as Chromium's network domain reports them, over all targets, workers and extension pages among them. */
export interface NetworkWatch {
  requests: SeenRequest[];
  /** Lets go of all targets: a service worker that is stopped while watched comes back as the same target, and waits for ever. */
  suspend(): Promise<void>;
  resume(): Promise<void>;
}

interface AttachedEvent {
  sessionId: string;
  targetInfo: { type: string; url: string };
}

interface RequestEvent {
  documentURL?: string;
  request: { url: string };
  initiator: { url?: string; stack?: Stack };
}

interface Stack {
  callFrames: { url: string }[];
  parent?: Stack;
}

/**
 * Watches every target from its first instruction: new targets wait until the watch is on, so that not even the first
 * request of a freshly woken background is missed.
 */
export async function watchNetwork(browser: Browser): Promise<NetworkWatch> {
  const root = await browser.target().createCDPSession();
  const setAutoAttach = async (autoAttach: boolean) => {
    const filter = [{ type: 'browser', exclude: true }, { type: 'tab', exclude: true }, {}];
    await root.send('Target.setAutoAttach', {
      autoAttach,
      waitForDebuggerOnStart: autoAttach,
      flatten: true,
      ...(autoAttach && { filter }),
    });
  };
  const watch: NetworkWatch = { requests: [], suspend: () => setAutoAttach(false), resume: () => setAutoAttach(true) };
  root.on('Target.attachedToTarget', (event: AttachedEvent) => {
    const session = root.connection()?.session(event.sessionId);
    if (session) void observe(session, event.targetInfo, watch);
  });
  await watch.resume();
  return watch;
}

async function observe(session: CDPSession, target: AttachedEvent['targetInfo'], watch: NetworkWatch): Promise<void> {
  session.on('Network.requestWillBeSent', (event: RequestEvent) => {
    const { url } = event.request;
    // Only what could leave the machine: the extension's own files are read from disk.
    if (/^(https?|wss?|ftp):/.test(url)) watch.requests.push({ url, from: origin(event, target) });
  });
  session.on('Network.webSocketCreated', (event: { url: string }) => {
    watch.requests.push({ url: event.url, from: isExtension(target.url) ? 'extension' : 'page' });
  });
  // Sent in order and not awaited: a waiting worker answers none of them before the last. A target may be gone by then.
  const commands = [session.send('Network.enable'), session.send('Runtime.runIfWaitingForDebugger')];
  await Promise.allSettled(commands);
}

function origin(event: RequestEvent, target: AttachedEvent['targetInfo']): SeenRequest['from'] {
  const ours = [event.documentURL, event.initiator.url, ...stackUrls(event.initiator.stack)].some(isExtension);
  return ours || (target.type === 'service_worker' && isExtension(target.url)) ? 'extension' : 'page';
}

function stackUrls(stack: Stack | undefined): string[] {
  return stack ? [...stack.callFrames.map((frame) => frame.url), ...stackUrls(stack.parent)] : [];
}

function isExtension(url: string | undefined): boolean {
  return url?.startsWith('chrome-extension://') ?? false;
}
