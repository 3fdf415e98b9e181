/** The locale itself where this engine knows it, else English: `Intl` throws on tags it cannot parse. */
export function usableLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 ? locale : 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/**
 * What `Intl` makes for a locale, made once: making a formatter takes a hundred times as long as using it, and a list uses one in each row. For the
 * locales that texts are shown in, of which a reader has one or two.
 */
export function perLocale<T>(make: (usable: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    let one = made.get(locale);
    if (one === undefined) {
      one = make(usableLocale(locale));
      made.set(locale, one);
    }
    return one;
  };
}
