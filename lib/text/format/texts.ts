import { perLocale } from './locale.ts';
import { formatList } from './names.ts';
import { formatCount, pluralCategory } from './numbers.ts';

const series = perLocale((usable) => new Intl.ListFormat(usable, { type: 'unit' }));

/** Texts of `_locales` in one language: the one way in which words for people are put together. */
export interface Texts<Name extends string = string, Plural extends string = string> {
  t(name: Name, ...substitutions: string[]): string;
  /** The form for a count, which is `$1`; further substitutions follow. */
  n(name: Plural, count: number, ...substitutions: string[]): string;
  /** A number as people write it. */
  count(value: number): string;
  /** Names joined as people do ("Lviv, Dnipro and Votkinsk"). */
  list(items: string[]): string;
  /** Counts beside each other ("9 reports, 4 languages"). */
  series(items: string[]): string;
  locale: string;
}

/** A text by name, `$1`… replaced by the substitutions; empty where there is none of this name. */
export type MessageSource = (name: string, substitutions: string[]) => string;

/** Texts from a source. */
export function createTexts<Name extends string, Plural extends string>(message: MessageSource, locale: string): Texts<Name, Plural> {
  return {
    locale,
    t: (name, ...substitutions) => message(name, substitutions),
    n(name, count, ...substitutions) {
      const all = [formatCount(count, locale), ...substitutions];
      return message(`${name}_${pluralCategory(count, locale)}`, all) || message(`${name}_other`, all);
    },
    count: (value) => formatCount(value, locale),
    list: (items) => formatList(items, locale),
    series: (items) => series(locale).format(items),
  };
}

/** A source of the texts of a `messages.json`, for where no browser reads it. */
export function catalogueSource(catalogue: Record<string, { message: string }>): MessageSource {
  return (name, substitutions) =>
    (catalogue[name]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
}
