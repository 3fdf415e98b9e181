import type { TopicMarks } from '../core/topic-marks.ts';
import { browser } from './browser.ts';

/** The author's style: Chromium paints no background of a highlight that a user's style asks for. A pen on paper, legible in light and in dark pages; where colours are forced, the system's own colours for marks. */
const STYLE = `
::highlight(sidelight-main-topic) { background-color: rgb(255 190 60 / 38%); text-decoration: underline 2px rgb(190 110 20); }
::highlight(sidelight-topic) { background-color: rgb(255 190 60 / 18%); text-decoration: underline dotted 1px rgb(190 110 20); }
@media (forced-colors: active) {
  ::highlight(sidelight-main-topic), ::highlight(sidelight-topic) { background-color: Mark; color: MarkText; text-decoration: none; }
}`;

/** Marks phrases in a tab's page, in place of what was marked there; does nothing where that is not allowed. */
export async function showMarks(tabId: number, marks: TopicMarks): Promise<void> {
  const target = { tabId };
  try {
    await browser.scripting.insertCSS({ target, css: STYLE, origin: 'AUTHOR' });
    await browser.scripting.executeScript({
      target,
      func: (given: unknown) => {
        (globalThis as { sidelightMarks?: unknown }).sidelightMarks = given;
      },
      args: [marks],
    });
    await browser.scripting.executeScript({ target, files: ['mark.js'] });
  } catch {
    // Closed, gone to another page, or not granted any more.
  }
}

/** Takes the marks of a tab's page away. */
export async function removeMarks(tabId: number): Promise<void> {
  await showMarks(tabId, { main: [], other: [] });
  try {
    await browser.scripting.removeCSS({ target: { tabId }, css: STYLE, origin: 'AUTHOR' });
  } catch {
    // As above.
  }
}
