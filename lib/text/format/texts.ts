import { usableLocale } from './locale.ts';

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

/** Texts from a source; what `Intl` needs is made once, when first needed. */
export function createTexts<Name extends string, Plural extends string>(message: MessageSource, locale: string): Texts<Name, Plural> {
  const usable = usableLocale(locale);
  const numbers = once(() => new Intl.NumberFormat(usable, { maximumFractionDigits: 0 }));
  const plurals = once(() => new Intl.PluralRules(usable));
  const lists = once(() => new Intl.ListFormat(usable, { type: 'conjunction' }));
  const series = once(() => new Intl.ListFormat(usable, { type: 'unit' }));
  return {
    locale,
    t: (name, ...substitutions) => message(name, substitutions),
    n(name, count, ...substitutions) {
      const all = [numbers().format(count), ...substitutions];
      return message(`${name}_${plurals().select(count)}`, all) || message(`${name}_other`, all);
    },
    count: (value) => numbers().format(value),
    list: (items) => lists().format(items),
    series: (items) => series().format(items),
  };
}

/** A source of the texts of a `messages.json`, for where no browser reads it. */
export function catalogueSource(catalogue: Record<string, { message: string }>): MessageSource {
  return (name, substitutions) =>
    (catalogue[name]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
