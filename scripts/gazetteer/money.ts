import { currencyNames } from './cldr.ts';

/** A currency's name that holds the name or adjective of its country. */
export interface MoneyPhrase {
  code: string;
  phrase: string;
  language: string;
}

const COUNTRIES = [
  'US',
  'AU',
  'CA',
  'HK',
  'NZ',
  'SG',
  'TW',
  'JM',
  'JP',
  'CN',
  'RU',
  'UA',
  'GB',
  'CH',
  'IN',
  'PK',
  'TR',
  'KR',
  'KP',
  'PL',
  'CZ',
  'HU',
  'DK',
];
const MORE = [
  'NO',
  'SE',
  'IR',
  'IL',
  'MX',
  'BR',
  'AR',
  'CL',
  'CO',
  'EG',
  'SA',
  'AE',
  'KW',
  'ZA',
  'NG',
  'KE',
  'VN',
  'ID',
  'MY',
  'PH',
  'TH',
  'KZ',
  'BY',
  'GE',
  'AM',
];
const LANGUAGES = ['en', 'uk', 'ru', 'de', 'fr', 'es', 'pl'];

/**
 * Names of currencies of two words or more, counted forms included ("доллар США", "долларов США", "US-Dollar"), of the
 * countries whose money is quoted abroad, in the larger languages: a price is no mention of the country.
 */
export function moneyPhrases(tenders: Map<string, string>): MoneyPhrase[] {
  const found: MoneyPhrase[] = [];
  for (const language of LANGUAGES) {
    const names = currencyNames(language);
    for (const code of [...COUNTRIES, ...MORE]) {
      const phrases = new Set(names[tenders.get(code) ?? '']?.filter((name) => /[\s\u00a0-]/.test(name) && !name.includes('(')));
      for (const phrase of phrases) found.push({ code, phrase, language });
    }
  }
  return found;
}
