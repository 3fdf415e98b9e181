import type { Tab } from '../browser-under-test.ts';
import { eventually, pause } from '../eventually.ts';
import type { NativeInput } from '../native-input.ts';
import type { Bidi } from './bidi.ts';
import type { ChromeWindow } from './chrome-window.ts';

/** Firefox asks no answer of a prompt that is younger than this, ms. */
const PROMPT_DELAY_MS = 1_000;

/**
 * Firefox's text input processor is what its keyboard feeds: a chord from it reaches the browser's own key handling, in headless mode too
 * (BiDi's key input goes to the document alone). `menuPrefix`: how ids of our context menu entries begin.
 */
export function firefoxNativeInput(bidi: Bidi, chrome: ChromeWindow, menuPrefix: string): NativeInput {
  const press = (keys: string[]) => chrome.evaluate(`(${pressKeys.toString()})(window, ${JSON.stringify(keys)})`);
  return {
    chord: async (keys) => {
      await press(keys.split('+'));
    },
    addressBar: async (text, suggestion = 0) => {
      await chrome.evaluate('void (gURLBar.focus(), gURLBar.select())');
      for (const letter of text) await press([letter]);
      await eventually('the address bar shows suggestions', () =>
        chrome.evaluate<boolean>(
          `gURLBar.view.isOpen && gURLBar.controller.engagementEvent !== null && gURLBar.view.visibleRowCount > ${suggestion}`,
        ),
      );
      for (let at = 0; at < suggestion; at++) await press(['ArrowDown']);
      await press(['Enter']);
    },
    chooseFromMenu: async (tab, at, label) => {
      const { context } = tab as Tab & { context: string };
      const actions = [
        { type: 'pointerMove', x: Math.round(at.x), y: Math.round(at.y) },
        { type: 'pointerDown', button: 2 },
        { type: 'pointerUp', button: 2 },
      ];
      await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
      await eventually('the context menu opens', () =>
        chrome.evaluate<boolean>(`document.getElementById('contentAreaContextMenu').state === 'open'`),
      );
      await eventually(`the menu offers “${label}”`, () =>
        chrome.evaluate<boolean>(`(() => {
          const menu = document.getElementById('contentAreaContextMenu');
          const ours = [...menu.querySelectorAll(':scope > [id*=' + ${JSON.stringify(JSON.stringify(menuPrefix))} + ']')].find((one) => !one.hidden);
          if (ours?.localName === 'menu' && !ours.open) { ours.openMenu(true); return false; }
          const popup = ours?.localName === 'menu' ? ours.menupopup : menu;
          const entry = ours?.localName === 'menu' ? [...popup.children].find((one) => one.label === ${JSON.stringify(label)}) : ours;
          if (popup.state !== 'open' || entry?.label !== ${JSON.stringify(label)}) return false;
          popup.activateItem(entry);
          return true;
        })()`),
      );
    },
    answerPermission: async (allow) => {
      await eventually('the permission question is there', () => chrome.evaluate<boolean>(`PopupNotifications.isPanelOpen`));
      await pause(PROMPT_DELAY_MS);
      const button = allow ? 'button' : 'secondaryButton';
      await chrome.evaluate(`void PopupNotifications.panel.firstElementChild.${button}.click()`);
      await eventually('the permission question is gone', () => chrome.evaluate<boolean>('!PopupNotifications.isPanelOpen'));
    },
  };
}

/** Runs in the browser's window; refers to nothing outside itself. The last key is pressed while the others are held. */
// biome-ignore lint/suspicious/noExplicitAny: the browser's inside has no types.
function pressKeys(window: any, keys: string[]): void {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const { Cc, Ci } = globalThis as any;
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!input.beginInputTransactionForTests(window)) throw new Error('The keyboard is taken.');
  const codes: Record<string, [string, number]> = {
    Alt: ['AltLeft', 18],
    Shift: ['ShiftLeft', 16],
    Control: ['ControlLeft', 17],
    Enter: ['Enter', 13],
    Escape: ['Escape', 27],
    ArrowDown: ['ArrowDown', 40],
  };
  const events = keys.map((key) => {
    const [code, keyCode] = codes[key] ?? [
      /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : key === ' ' ? 'Space' : '',
      key.toUpperCase().charCodeAt(0),
    ];
    return new window.KeyboardEvent('', { key, code, keyCode });
  });
  for (const event of events) input.keydown(event);
  for (const event of events.reverse()) input.keyup(event);
}
