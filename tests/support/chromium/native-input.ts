import type { Page } from 'puppeteer-core';
import type { Tab } from '../browser-under-test.ts';
import type { Display } from '../display.ts';
import { eventually, pause } from '../eventually.ts';
import type { NativeInput } from '../native-input.ts';

/** Chromium's menus and dialogs take no key before they are drawn, and say nowhere that they are, ms. */
const DRAWN_MS = 500;

/** Our entries in the context menu of a page, in their order. */
const ENTRIES_OF_A_PAGE = ['Find related reports', 'Pin this page', 'Save this page in Sidelight', 'Turn Sidelight off on this site'];

/** Keyboard and mouse of a virtual screen: Chromium's own menus, dialogs and key handling are out of reach of its protocol. */
export function chromiumNativeInput(display: Display): NativeInput {
  const keys = (...names: string[]) => display.xdotool('key', '--delay', '60', ...names);
  return {
    chord: async (chord) => {
      keys(
        chord
          .replace('Control', 'ctrl')
          .replace('Alt', 'alt')
          .replace('Shift', 'shift')
          .replace(/\+([A-Z])$/, (_all, letter: string) => `+${letter.toLowerCase()}`),
      );
    },
    addressBar: async (text, suggestion = 0) => {
      keys('ctrl+l');
      display.xdotool('type', '--delay', '60', text);
      // Suggestions come after what was typed, and are drawn by the browser alone.
      await pause(suggestion > 0 ? 2 * DRAWN_MS : DRAWN_MS);
      keys(...Array.from({ length: suggestion }, () => 'Down'), 'Return');
    },
    chooseFromMenu: async (tab, at, label) => {
      const { page } = tab as Tab & { page: Page };
      await rightClick(display, page, at);
      await pause(DRAWN_MS);
      const single = await page.evaluate(
        ({ x, y }) => !getSelection()?.isCollapsed || document.elementFromPoint(x, y)?.closest('a') != null,
        at,
      );
      // From the end: “Inspect”, on a page “View page source” too, then ours. One entry stands as it is, more have a menu of their own.
      if (single) keys('Up', 'Up', 'Return');
      else keys('Up', 'Up', 'Up', 'Right', ...Array.from({ length: ENTRIES_OF_A_PAGE.indexOf(label) }, () => 'Down'), 'Return');
    },
    answerPermission: async (allow) => {
      await pause(2 * DRAWN_MS);
      // The dialog begins on “Deny”.
      if (allow) keys('Tab');
      keys('Return');
    },
  };
}

/** Where the page lies on the screen is learnt from the page itself: it is told where it was touched in both systems. */
async function rightClick(display: Display, page: Page, at: { x: number; y: number }): Promise<void> {
  await page.evaluate(
    `void addEventListener('mousemove', (event) => { globalThis.sidelightOffset = [event.screenX - event.clientX, event.screenY - event.clientY]; })`,
  );
  const offset = await eventually('the page feels the mouse', async () => {
    const x = 400 + Math.floor(Math.random() * 200);
    display.xdotool('mousemove', String(x), '600');
    return page.evaluate<[], () => [number, number] | null>(`globalThis.sidelightOffset ?? null` as never);
  });
  display.xdotool('mousemove', String(Math.round(offset[0] + at.x)), String(Math.round(offset[1] + at.y)), 'click', '3');
}
