import { browser } from './browser.ts';

/** One line under the address bar. `content` is what is handed back when it is chosen. */
export interface Suggestion {
  content: string;
  description: string;
}

/** Serves the address-bar keyword. Descriptions are plain text; Chromium's markup is escaped here. */
export function serveOmnibox(suggest: (text: string) => Promise<Suggestion[]>, choose: (text: string, disposition: string) => void): void {
  browser.omnibox.setDefaultSuggestion({ description: browser.i18n.getMessage('omniboxHint') });
  browser.omnibox.onInputChanged.addListener((text, answer) => {
    suggest(text).then(
      (suggestions) => answer(suggestions.map(({ content, description }) => ({ content, description: escapeMarkup(description) }))),
      () => answer([]),
    );
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => choose(text, disposition));
}

// Firefox shows the text as it is; Chromium parses it as XML.
function escapeMarkup(text: string): string {
  if (browser.runtime.getURL('').startsWith('moz-')) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
