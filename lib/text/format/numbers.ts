import { perLocale, usableLocale } from './locale.ts';

const counts = perLocale((usable) => new Intl.NumberFormat(usable, { maximumFractionDigits: 0 }));
const shares = perLocale((usable) => new Intl.NumberFormat(usable, { style: 'percent', maximumFractionDigits: 0 }));
const plurals = perLocale((usable) => new Intl.PluralRules(usable));

/** A whole number with the locale's separators ("4,210"). */
export function formatCount(count: number, locale: string): string {
  return counts(locale).format(count);
}

/** A share 0..1 as whole per cent ("42%"). Values outside are clamped. */
export function formatShare(share: number, locale: string): string {
  const clamped = Math.min(1, Math.max(0, share));
  return shares(locale).format(clamped);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size with its unit ("1.2 MB"), in powers of 1000. */
export function formatBytes(bytes: number, locale: string): string {
  let value = Math.max(0, bytes);
  let step = 0;
  while (value >= 1000 && step < BYTE_UNITS.length - 1) {
    value /= 1000;
    step += 1;
  }
  const options = { style: 'unit', unit: BYTE_UNITS[step] ?? 'byte', maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 } as const;
  return new Intl.NumberFormat(usableLocale(locale), options).format(value);
}

/** The plural category of a count in a locale, for choosing among `name_one`, `name_other`… */
export function pluralCategory(count: number, locale: string): Intl.LDMLPluralRule {
  return plurals(locale).select(count);
}
