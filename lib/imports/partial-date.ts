const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as reference managers write it ("2026/01/29/", "2026///winter", "2026-01", "2026-01-29T10:00:00Z") as ISO 8601, as far as it is known; null where no year
 * comes first.
 */
export function partialDate(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}T/.test(trimmed)) return trimmed;
  const match = /^(\d{4})(?:[/-](\d{1,2})?(?:[/-](\d{1,2})?)?)?(?![\d])/.exec(trimmed);
  if (match === null) return null;
  return isoOf(match[1], match[2], match[3]);
}

/** Year, month (a number or an English name) and day as ISO 8601, as far as they are known. */
export function isoOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || !/^\d{4}$/.test(year.trim())) return null;
  const named = MONTHS.indexOf(month?.trim().slice(0, 3).toLowerCase() ?? '') + 1;
  const number = named > 0 ? named : Number(month);
  if (!(number >= 1 && number <= 12)) return year.trim();
  const begun = `${year.trim()}-${String(number).padStart(2, '0')}`;
  const ofMonth = Number(day?.trim());
  return ofMonth >= 1 && ofMonth <= 31 ? `${begun}-${String(ofMonth).padStart(2, '0')}` : begun;
}
