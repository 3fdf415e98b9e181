import { localeAmong } from '../core/language-tag.ts';
import { browser } from './browser.ts';

/** A text of `_locales` in the language of the browser's interface; empty where there is none of this name. */
export function interfaceMessage(name: string, substitutions: string[] = []): string {
  return browser.i18n.getMessage(name, substitutions);
}

/** The locale (BCP 47) of these texts and of what is put among them: the browser's where it speaks their language. */
export function interfaceLocale(): string {
  return localeAmong(interfaceMessage('locale'), browser.i18n.getUILanguage());
}
