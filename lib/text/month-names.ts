/** Month names by their beginnings, in the languages of the bylines and feeds that are read; longer beginnings first where two share letters. */
const MONTHS: [RegExp, number][] = [
  [/^(?:jan|ene|gen|янв|січ|sty|led|oca|sij|ian|janv|tammi)/, 1],
  [/^(?:feb|fév|fev|фев|лют|lut|úno|uno|şub|sub|velj|helmi|févr)/, 2],
  [/^(?:mar(?!r)|mär|mrz|maa|мар|бер|bře|bre|ožu|mars|maalis)/, 3],
  [/^(?:apr|avr|abr|апр|кві|kwi|dub|nis|tra[vw]|huhti)/, 4],
  [/^(?:may|mai|mag|maj|mei|мая|май|тра|kvě|kve|svib|touko)/, 5],
  [/^(?:červenec|července|cervence|jul|juil|lug|июл|лип|lip|tem|srp[na]{2}j|heinä)/, 7],
  [/^(?:jun|juin|giu|июн|чер|cze|červ|cerv|haz|lipn|kesä)/, 6],
  [/^(?:aug|aoû|aou|ago|авг|сер|sie|srp|ağu|agu|kolo|elo)/, 8],
  [/^(?:sep|set|сен|вер|wrz|zář|zar|eyl|ruj|syys)/, 9],
  [/^(?:oct|okt|ott|out|окт|жов|paź|paz|říj|rij|eki|loka)/, 10],
  [/^(?:nov|ноя|лис|lis|kas|stud|marras)/, 11],
  [/^(?:dec|dez|déc|dic|дек|гру|gru|pros|ara|joulu|des)/, 12],
];

let named: Map<string, number> | undefined;

/** Number of a month by its name's beginning; 0 for a word that is none. */
export function monthOf(word: string): number {
  const lower = word.toLowerCase();
  for (const [pattern, month] of MONTHS) if (pattern.test(lower)) return month;
  named ??= platformMonths();
  return named.get(beginning(lower)) ?? 0;
}

/** Months as the platform names them, in languages whose names would take a kilobyte here: four letters tell them apart in every case. */
function platformMonths(): Map<string, number> {
  const months = new Map<string, number>();
  for (const language of 'el ar ar-LB he hi th bg sr mk be hu lt lv et ro'.split(' '))
    for (const month of ['long', 'short'] as const) {
      const { format } = new Intl.DateTimeFormat(language, { month });
      for (let at = 0; at < 12; at++) months.set(beginning(format(Date.UTC(2024, at, 9)).toLowerCase()), at + 1);
    }
  return months;
}

/** Without accents, hamza and nukta, which are often left out, points, and the Hebrew "in". */
function beginning(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\.|[\u0300-\u0345\u0654\u0655\u093c]|^ב/g, '')
    .slice(0, 4);
}
