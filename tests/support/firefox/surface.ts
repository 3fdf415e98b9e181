import type { Key, Surface, Tab } from '../browser-under-test.ts';
import type { Bidi } from './bidi.ts';
import type { ChromeWindow } from './chrome-window.ts';

/** Code points of WebDriver for keys without a character. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** A browsing context of BiDi as a surface. */
export function firefoxSurface(bidi: Bidi, chrome: ChromeWindow, context: string, close: () => Promise<void>): Surface {
  return {
    evaluate: (expression) => bidi.evaluate(context, expression),
    press: async (key: Key, modifiers = []) => {
      const down = [...modifiers, key].map((value) => ({ type: 'keyDown', value: KEYS[value] ?? value }));
      const up = [key, ...[...modifiers].reverse()].map((value) => ({ type: 'keyUp', value: KEYS[value] ?? value }));
      await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
    },
    clickAt: async (x, y) => {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    colourScheme: async (scheme) => {
      await chrome.evaluate(`(() => {
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1});
        Services.prefs.setIntPref('browser.display.document_color_use', ${scheme === 'forced' ? 2 : 0});
      })()`);
      // A page's process hears of it later; a popup is told otherwise.
      await bidi.evaluate(
        context,
        `(async () => {
          for (let turn = 0; turn < 20 && /library|welcome/.test(location.pathname); turn++) {
            const is = (query) => matchMedia(query).matches;
            if (is('(prefers-color-scheme: dark)') === ${scheme === 'dark'} && is('(forced-colors: active)') === ${scheme === 'forced'}) return;
            await new Promise((done) => setTimeout(done, 50));
          }
        })()`,
      );
    },
    reducedMotion: async (reduced) => {
      await chrome.evaluate(`Services.prefs.setIntPref('ui.prefersReducedMotion', ${reduced ? 1 : 0})`);
    },
    screenshot: async () => {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    close,
  };
}

/** A tab of Firefox. `context` stays reachable for this browser's own tools. */
export function firefoxTab(bidi: Bidi, chrome: ChromeWindow, context: string): Tab & { context: string } {
  return {
    ...firefoxSurface(bidi, chrome, context, async () => {
      await bidi.send('browsingContext.close', { context }).catch(() => {});
    }),
    context,
    goto: async (url) => {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'interactive' });
    },
    front: async () => {
      // Activating a tab that is active already would close the popup over it.
      if ((await bidi.evaluate<string>(context, 'document.visibilityState')) === 'visible') return;
      await bidi.send('browsingContext.activate', { context });
    },
    resize: async (width, height) => {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
  };
}
