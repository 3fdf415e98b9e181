/** The locale itself where this engine knows it, else English: `Intl` throws on tags it cannot parse. */
export function usableLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 ? locale : 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** Locales whose formatters are kept; a reader has one or two. */
const MOST_LOCALES = 32;

/** What `Intl` makes for a locale, made once: making a formatter takes a hundred times as long as using it, and a list uses one in each row. */
export function perLocale<T>(make: (usable: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    let one = made.get(locale);
    if (one === undefined) {
      if (made.size >= MOST_LOCALES) made.clear();
      one = make(usableLocale(locale));
      made.set(locale, one);
    }
    return one;
  };
}
