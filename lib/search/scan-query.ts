import type { QueryNotice, Span } from '../core/query-notice.ts';

/** A piece of a query. `field` is a filter's name in small letters, '' for words; `quoted` where the value stood in quotation marks, `open` where the last one is missing. */
export type QueryToken = Span &
  ({ type: 'open' | 'close' | 'or' | 'and' | 'not' } | { type: 'piece'; field: string; value: string; quoted: boolean; open: boolean });

/** Names of the filters. */
export const FILTERS = ['reporter', 'outlet', 'topic', 'lang', 'before', 'after', 'is', 'tag', 'has'] as const;

/** Tokens read of a query: many more than its words may be, so that only what nobody typed is cut off. */
const MAX_TOKENS = 500;
/** Brackets inside brackets; deeper ones are read as punctuation. */
const MAX_DEPTH = 16;
const OPENING = '"“”„«';
/** Between two Hebrew letters the mark is part of an acronym, as many type it (צה"ל): it neither opens nor closes. */
const [QUOTED, BARE, BARE_IN_BRACKETS] = ['"“”»', '\\s"“”„«»', '\\s"“”„«»)'].map(
  (ends) => new RegExp(`[^${ends}]*(?:(?<=\\p{sc=Hebrew})["“”](?=\\p{sc=Hebrew})[^${ends}]*)*`, 'uy'),
) as [RegExp, RegExp, RegExp];
const SPACE = /\s/u;
const LETTER = /\p{L}/u;
const OPERATORS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

/** Cuts a query into tokens. Total; each character is looked at a bounded number of times. Brackets always pair, but for those the text leaves open. */
export function scanQuery(text: string, note: (code: QueryNotice['code'], span: Span, instead?: string) => void): QueryToken[] {
  const tokens: QueryToken[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    const start = at;
    if (tokens.length >= MAX_TOKENS) {
      note('tooLong', { start, end: text.length });
      break;
    }
    if (SPACE.test(character)) {
      at++;
    } else if (character === '(') {
      at++;
      if (depth >= MAX_DEPTH) note('tooDeep', { start, end: at });
      else {
        depth++;
        tokens.push({ type: 'open', start, end: at });
      }
    } else if (character === ')') {
      at++;
      if (depth === 0) note('strayBracket', { start, end: at });
      else {
        depth--;
        tokens.push({ type: 'close', start, end: at });
      }
    } else if (isMinus(character)) {
      while (at < text.length && isMinus(text[at]!)) at++;
      // One minus before something leaves it out; a dash between words, or a row of them, is punctuation.
      if (at - start === 1 && at < text.length && !SPACE.test(text[at]!) && text[at] !== ')') tokens.push({ type: 'not', start, end: at });
    } else {
      const token = readPiece(text, start, depth > 0);
      at = token.end;
      if (token.type === 'piece' && token.open) note('unclosedQuote', token, `${text.slice(start, at).trimEnd()}"`);
      tokens.push(token);
    }
  }
  return tokens;
}

function readPiece(text: string, start: number, inBrackets: boolean): QueryToken {
  const colon = fieldEnd(text, start);
  const field = colon === null ? '' : text.slice(start, colon).toLowerCase();
  const from = colon === null ? start : colon + 1;
  const opening = text[from];
  if (opening !== undefined && OPENING.includes(opening)) {
    const to = endOf(QUOTED, text, from + 1);
    const open = to >= text.length;
    return { type: 'piece', field, value: text.slice(from + 1, to), quoted: true, open, start, end: open ? to : to + 1 };
  }
  const to = endOf(inBrackets ? BARE_IN_BRACKETS : BARE, text, from);
  const value = text.slice(from, to);
  const operator = field === '' ? OPERATORS.get(value) : undefined;
  if (operator !== undefined) return { type: operator, start, end: to };
  return { type: 'piece', field, value, quoted: false, open: false, start, end: Math.max(to, start + 1) };
}

/** Where the colon of a filter's name stands: letters alone before it. Names are short, so a long word is not read twice. */
function fieldEnd(text: string, start: number): number | null {
  let at = start;
  while (at < text.length && at - start < 16 && LETTER.test(text[at]!)) at++;
  return at > start && text[at] === ':' ? at : null;
}

function isMinus(character: string): boolean {
  return character === '-' || character === '−';
}

function endOf(run: RegExp, text: string, from: number): number {
  run.lastIndex = from;
  run.test(text);
  return run.lastIndex;
}
