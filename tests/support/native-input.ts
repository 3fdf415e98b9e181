import type { Tab } from './browser-under-test.ts';

/** Input that goes to the browser itself rather than to a document: what only a real keyboard and mouse, or the browser's inside, can give. */
export interface NativeInput {
  /** Presses a key chord such as `Alt+Shift+L`; the browser sees it before the page does. */
  chord(keys: string): Promise<void>;
  /** Types into the address bar, letter by letter, goes down to the so-manieth suggestion (0: stays at what was typed) and presses Enter. */
  addressBar(text: string, suggestion?: number): Promise<void>;
  /** Right click at CSS pixels of the tab in front, then the entry of ours whose label this is. */
  chooseFromMenu(tab: Tab, at: { x: number; y: number }, label: string): Promise<void>;
  /** Answers the browser's own permission question, which is open or about to open. */
  answerPermission(allow: boolean): Promise<void>;
}
