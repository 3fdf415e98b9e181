import { browser } from './browser.ts';

/** The parts of Chromium's side panel interface in use; the polyfill's types do not know it. */
interface ChromiumSidePanel {
  open(options: { windowId: number }): Promise<void>;
}

function chromiumSidePanel(): ChromiumSidePanel | null {
  return (globalThis as { chrome?: { sidePanel?: ChromiumSidePanel } }).chrome?.sidePanel ?? null;
}

/** True where this browser has a side panel (Chromium) or a sidebar (Firefox) for us. */
export function hasPanel(): boolean {
  return chromiumSidePanel() !== null || browser.sidebarAction !== undefined;
}

/** Opens the panel beside a window's pages. Must be the first call in the handler of a user's action. */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    const sidePanel = chromiumSidePanel();
    await (sidePanel === null ? browser.sidebarAction.open() : sidePanel.open({ windowId }));
    return true;
  } catch {
    return false;
  }
}
