/** Codes CLDR names that are no ISO 3166-1 country: exceptional reservations, groupings and test regions. */
const NOT_COUNTRIES = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EZ', 'IC', 'QO', 'TA', 'XA', 'XB', 'ZZ']);

/** True for an ISO 3166-1 alpha-2 code, XK, EU or UN, given any key of CLDR's territories. */
export function isCountryCode(key: string): boolean {
  return /^[A-Z]{2}$/.test(key) && !NOT_COUNTRIES.has(key);
}

/** Unions of states that count as countries here, as relations name them ("EU–Russia"). */
export const UNIONS = new Set(['EU', 'NATO', 'UN']);

/** Territories with few or no inhabitants, whose long names only the larger languages keep, for the size of the file. */
export const REMOTE = new Set([
  ...[
    'AI',
    'AQ',
    'AS',
    'AX',
    'BL',
    'BQ',
    'BV',
    'CC',
    'CX',
    'GS',
    'HM',
    'IO',
    'MF',
    'MP',
    'MS',
    'NF',
    'NU',
    'PM',
    'PN',
    'SH',
    'SJ',
    'SX',
    'TC',
    'TF',
    'TK',
  ],
  ...['UM', 'VG', 'WF'],
]);

const DESCRIPTIONS: Record<string, string> = {
  EU: 'European Union, the union of 27 European states.',
  NATO: 'North Atlantic Treaty Organization, the defence alliance.',
  UN: 'United Nations, the world organisation of states.',
};

/** One line that tells what the entry is. */
export function describeCountry(code: string, label: string): string {
  return DESCRIPTIONS[code] ?? `${label}, its government and its people (ISO 3166 code ${code}).`;
}
