/** The locale itself where this engine knows it, else English: `Intl` throws on tags it cannot parse. */
export function usableLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 ? locale : 'en-GB';
  } catch {
    return 'en-GB';
  }
}
