import { fold } from '../text/fold.ts';
import { calendarNames } from '../text/format/dates.ts';
import { isTitleCase, type Word, wordsOf } from './emergent.ts';
import { isFunctionWord } from './function-words.ts';

/** Languages that write every noun with a capital: there it marks no name. */
const NOUN_CAPITALS = new Set(['de', 'lb']);
const MOST_WORDS = 4;
/** Digits of other scripts: where each set's zero stands. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;
/** Scripts that write no blanks: a number stands right among the letters, and of those behind it only the first ones are its unit. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}';
const SCALE = /^[百千万萬亿億兆]+/u;
const UNSPACED_UNIT = '[百千万萬亿億兆]*(?:美元|欧元|歐元|英镑|英鎊|日元|卢布|盧布|\\p{sc=Katakana}[\\p{sc=Katakana}ー]*|\\p{sc=Han})?';
const FIGURE = new RegExp(
  `(?<![\\p{N}.,:/第-])(?<!(?![${UNSPACED}])\\p{L})(?:[$€£¥₴₽] ?)?\\d+(?:[.,\\u00a0\\u202f ]\\d{3})*(?:[.,]\\d+)?%?` +
    `(?![\\p{N}:/-]|[.,]\\d)(?: ?((?![${UNSPACED}])\\p{L}(?:(?![${UNSPACED}])[\\p{L}\\p{M}])*)|(?=[\\p{sc=Han}\\p{sc=Katakana}])(${UNSPACED_UNIT}))?`,
  'gu',
);
/** What in those scripts makes a number a date, a time of day or a place in an order. */
const UNSPACED_DATE = /^(?:[年月日号號時时点點分秒届屆]|世紀|世纪)/u;
/** What makes a number a time of day or a place in an order. */
const NO_QUANTITY = /^(?:[ap]m|gmt|utc|[ce]e?t|b?st|nd|rd|th)$/i;
const YEAR = /^(?:19|20)\d\d$/;

/** A proper name of a text. */
export interface TextName {
  /** As written. */
  text: string;
  /** Its words, folded. */
  words: string[];
  /** How often it stands there. */
  count: number;
}

/** A figure of a text. */
export interface TextFigure {
  /** As written, with its currency and the word after it. */
  text: string;
  /** Its value, the same however its digits are grouped. */
  value: string;
}

/**
 * Proper names of a text, as far as capitals tell them: runs of capitalised words inside a sentence. None in a language that does not use capitals so (German,
 * Arabic, Chinese …), none from a headline set in capitals throughout, none that only ever opens a sentence, no months and weekdays.
 */
export function namesIn(text: string, language: string | null): TextName[] {
  if (language === null || NOUN_CAPITALS.has(language)) return [];
  const calendar = calendarNames(language);
  const names = new Map<string, TextName>();
  for (const paragraph of text.split('\n')) {
    const words = wordsOf(paragraph);
    if (isTitleCase(words)) continue;
    for (const run of runs(words)) {
      const folded = run.map((word) => word.folded);
      if (folded.every((word) => calendar.has(word) || isFunctionWord(word))) continue;
      const key = folded.join(' ');
      const known = names.get(key);
      if (known === undefined) names.set(key, { text: run.map((word) => word.text).join(' '), words: folded, count: 1 });
      else known.count++;
    }
  }
  return [...names.values()];
}

function runs(words: Word[]): Word[][] {
  const found: Word[][] = [];
  let run: Word[] = [];
  /** A run that began with the first word of a sentence: whether that word belongs to the name, nobody knows. */
  let unsure = false;
  const end = (): void => {
    if (run.length > 0 && run.length <= MOST_WORDS && !unsure && !isShouted(run)) found.push(run);
    run = [];
    unsure = false;
  };
  for (const word of words) {
    const isName = word.capital && /\p{L}{2}/u.test(word.text);
    if (!word.joined || word.opens || !isName) end();
    if (!isName) continue;
    if (word.opens) unsure = !isFunctionWord(word.folded);
    if (!word.opens || unsure) run.push(word);
  }
  end();
  return found;
}

/** Words in capitals throughout: a heading. One alone may be an abbreviation. */
function isShouted(run: Word[]): boolean {
  return run.length > 1 && run.every(({ text }) => text === text.toUpperCase());
}

/**
 * Figures of a text: numbers in the digits of any script with a currency, a share, a unit or at least three digits; no years, dates, times, ordinals and scores.
 */
export function figuresIn(text: string, language: string | null): TextFigure[] {
  const calendar = calendarNames(language ?? 'en');
  const figures = new Map<string, TextFigure>();
  const western = withWesternDigits(text);
  for (const match of western.matchAll(FIGURE)) {
    const unit = match[1] ?? match[2] ?? '';
    const written = match[0].slice(0, match[0].length - unit.length).trim();
    const digits = written.replace(/[^\d.,\u00a0\u202f ]/gu, '').trim();
    const value = digits
      .replace(/[.,\u00a0\u202f ](?=\d{3}(?!\d))/gu, '')
      .replace(',', '.')
      .replace(/\.0+$/, '');
    const end = match.index + written.length;
    const after = /^[. ]*(\p{L}+)/u.exec(western.slice(end, end + 20))?.[1] ?? '';
    const before = /(\p{L}+)[. ]*$/u.exec(text.slice(Math.max(0, match.index - 20), match.index))?.[1] ?? '';
    const length = value.replace(/\D/g, '').length;
    const scale = SCALE.exec(unit)?.[0] ?? '';
    if ((length < 2 && scale === '') || YEAR.test(digits) || NO_QUANTITY.test(after) || UNSPACED_DATE.test(after)) continue;
    if ([after, before].some((word) => word !== '' && calendar.has(fold(word)))) continue;
    // A name after a number is no unit of it.
    const isUnit = unit !== '' && unit === unit.toLowerCase() && !isFunctionWord(fold(unit));
    if (!isUnit && digits === written && length < 3) continue;
    const asWritten = text.slice(match.index, match.index + match[0].length);
    const scaled = value + scale;
    if (!figures.has(scaled))
      figures.set(scaled, { text: (isUnit ? asWritten : asWritten.slice(0, written.length)).trim(), value: scaled });
  }
  return [...figures.values()];
}

/** The same text at the same places, digits and their marks as the West writes them. */
function withWesternDigits(text: string): string {
  return text
    .replace(OTHER_DIGITS, (digit) => {
      const zero = ZEROS.findLast((each) => each <= digit.charCodeAt(0)) ?? 0;
      const value = digit.charCodeAt(0) - zero;
      return digit.length === 1 && value <= 9 ? String(value) : digit;
    })
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .replace(/[\u066a\uff05]/g, '%');
}
