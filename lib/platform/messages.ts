import type { Runtime } from 'webextension-polyfill';
import type { Sender } from '../core/sender.ts';
import { browser } from './browser.ts';

/** Sends a message to the background and answers with its reply. Rejects when nobody is there. */
export async function sendToBackground(message: { kind: string; args: unknown }): Promise<never> {
  return (await browser.runtime.sendMessage(message)) as never;
}

/** Tells all open surfaces something; nobody listening is no error. */
export function broadcast(message: { type: string; tabId?: number }): void {
  browser.runtime.sendMessage(message).catch(() => {});
}

/** Serves requests (messages with a `kind`); broadcasts pass by. Must be called synchronously when the background starts. */
export function onRequest(handle: (message: unknown, sender: Sender) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
    return handle(message, describeSender(sender));
  });
}

/** Calls back on broadcasts of a type. Answers a function that stops it. */
export function onBroadcast(type: string, listener: (tabId: number) => void): () => void {
  const handler = (message: unknown): undefined => {
    const given = message as { type?: unknown; tabId?: unknown } | null;
    if (given?.type === type && typeof given.tabId === 'number') listener(given.tabId);
  };
  browser.runtime.onMessage.addListener(handler);
  return () => browser.runtime.onMessage.removeListener(handler);
}

/** Calls back on broadcasts of a type that are about no tab. Answers a function that stops it. */
export function onSignal(type: string, listener: () => void): () => void {
  const handler = (message: unknown): undefined => {
    if ((message as { type?: unknown } | null)?.type === type) listener();
  };
  browser.runtime.onMessage.addListener(handler);
  return () => browser.runtime.onMessage.removeListener(handler);
}

function describeSender(sender: Runtime.MessageSender): Sender {
  const tabId = sender.tab?.id ?? null;
  if (sender.id !== browser.runtime.id) return { kind: 'other', tabId: null };
  // Our own documents may also live in tabs (library, first run), so the address decides, not the tab.
  if (sender.url?.startsWith(browser.runtime.getURL('/'))) return { kind: 'page', tabId };
  return tabId !== null && sender.frameId === 0 ? { kind: 'content', tabId } : { kind: 'other', tabId: null };
}
