/** One language of the built gazetteer and the CLDR locales its names are read from, the label's locale first. */
export interface GazetteerLanguage {
  /** BCP 47 primary tag, as pages declare it. */
  tag: string;
  locales: string[];
}

/**
 * Languages in order of rank: where one spelling names two countries in two languages, the earlier language keeps it.
 * All have full ("modern") coverage in CLDR.
 */
export const LANGUAGES: GazetteerLanguage[] = [
  ...['en', 'uk', 'ru', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'cs'].map(plain),
  { tag: 'zh', locales: ['zh', 'zh-Hant', 'zh-Hant-HK'] },
  ...['ja', 'ar', 'tr', 'ko', 'fa', 'he', 'nl', 'sv', 'da'].map(plain),
  { tag: 'nb', locales: ['nb', 'no'] },
  ...['fi', 'sk', 'hu', 'ro', 'bg', 'el'].map(plain),
  { tag: 'sr', locales: ['sr', 'sr-Latn'] },
  ...['hr', 'sl', 'mk', 'sq', 'et', 'lv', 'lt', 'be', 'ka', 'hy', 'az', 'kk', 'uz', 'hi', 'bn', 'ur', 'th', 'vi', 'id', 'ms'].map(plain),
  ...['fil', 'sw', 'af', 'ca', 'gl', 'eu', 'is'].map(plain),
];

function plain(tag: string): GazetteerLanguage {
  return { tag, locales: [tag] };
}

/** Languages written without spaces between words, or in blocks that short words fill: no minimum length, no mining. */
export const DENSE_LANGUAGES = new Set(['zh', 'ja', 'ko', 'th', 'lo', 'km', 'my']);
