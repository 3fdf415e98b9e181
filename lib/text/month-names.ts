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

/** Number of a month by its name's beginning; 0 for a word that is none. */
export function monthOf(word: string): number {
  const lower = word.toLowerCase();
  for (const [pattern, month] of MONTHS) if (pattern.test(lower)) return month;
  return 0;
}
