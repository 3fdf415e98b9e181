import { browser } from './browser.ts';

/** A text of `_locales` in the language of the browser's interface; empty where there is none of this name. */
export function interfaceMessage(name: string, substitutions: string[]): string {
  return browser.i18n.getMessage(name, substitutions);
}

/** The language of the browser's interface (BCP 47). */
export function interfaceLocale(): string {
  return browser.i18n.getUILanguage();
}
