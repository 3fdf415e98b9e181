import type { NoticeCode, QueryNotice, Span } from '../core/query-notice.ts';
import { tokenise } from '../text/tokenise.ts';
import type { ParsedQuery, QueryNode } from './query-tree.ts';
import { isFilter, readFilter } from './read-filter.ts';
import { type QueryToken, scanQuery } from './scan-query.ts';

/** Words and filters of one query; what comes after them is left out, and said so. */
const MAX_TOKENS = 48;
const NOTICE_CHARS = 60;
const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}]$/u;
const UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

type Piece = Extract<QueryToken, { type: 'piece' }>;

/**
 * Reads a query. Grammar, by binding from loose to tight:
 *
 *     all   = any { ["AND"] any }          everything must hold
 *     any   = part { "OR" part }           so a filter written at the end always narrows
 *     part  = ("-" | "NOT") part | "(" all ")" | filter | phrase | word
 *     word  = letters ["*"]                the last word of the text is a beginning, unless something follows it
 *
 * Total and linear: every string is a query. What cannot be read as an operator or filter is searched as words, and a notice says so.
 */
export function parseQuery(text: string): ParsedQuery {
  const notices = new Map<NoticeCode, QueryNotice>();
  const note = (code: NoticeCode, { start, end }: Span, instead = ''): void => {
    if (!notices.has(code)) notices.set(code, { code, start, end, text: shortened(text.slice(start, end)), instead: shortened(instead) });
  };
  const root = new Parser(operatorsThatBind(scanQuery(text, note), text, note), text, note).parse();
  return { root, notices: [...notices.values()].sort((a, b) => a.start - b.start) };
}

/** An operator that lacks what it stands before or between is a word like any other ("Portland OR"). */
function operatorsThatBind(
  tokens: QueryToken[],
  text: string,
  note: (code: NoticeCode, span: Span, instead?: string) => void,
): QueryToken[] {
  const read: QueryToken[] = [];
  let beginsNext = false;
  for (let i = tokens.length - 1; i >= 0; i--) {
    let token = tokens[i]!;
    const before = tokens[i - 1]?.type;
    const isBetween = before === 'piece' || before === 'close';
    if ((token.type === 'not' && !beginsNext) || ((token.type === 'or' || token.type === 'and') && !(beginsNext && isBetween))) {
      const value = text.slice(token.start, token.end);
      if (value.length === 1) continue;
      note('lonelyOperator', token, value.toLowerCase());
      token = { type: 'piece', field: '', value, quoted: false, open: false, start: token.start, end: token.end };
    }
    beginsNext = token.type === 'piece' || token.type === 'open' || token.type === 'not';
    read.push(token);
  }
  return read.reverse();
}

class Parser {
  private at = 0;
  private taken = 0;
  private readonly tokens: QueryToken[];
  private readonly text: string;
  private readonly note: (code: NoticeCode, span: Span, instead?: string) => void;

  constructor(tokens: QueryToken[], text: string, note: (code: NoticeCode, span: Span, instead?: string) => void) {
    this.tokens = tokens;
    this.text = text;
    this.note = note;
  }

  parse(): QueryNode | null {
    return this.all(false);
  }

  /** `negated`: under a minus, where a half-typed word must not leave out more than was typed. */
  private all(negated: boolean): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.at < this.tokens.length && this.tokens[this.at]!.type !== 'close') {
      if (this.tokens[this.at]!.type === 'and') this.at++;
      else parts.push(...this.any(negated));
    }
    return joined('all', parts);
  }

  private any(negated: boolean): QueryNode[] {
    const parts = this.part(negated);
    while (this.tokens[this.at]?.type === 'or') {
      this.at++;
      parts.push(...this.part(negated));
    }
    const node = joined('any', parts);
    return node === null ? [] : [node];
  }

  /** No node where nothing is asked for: empty brackets, quotation marks around nothing. */
  private part(negatedOutside: boolean): QueryNode[] {
    let negated = false;
    while (this.tokens[this.at]?.type === 'not') {
      negated = !negated;
      this.at++;
    }
    const token = this.tokens[this.at];
    if (token === undefined) return [];
    this.at++;
    const under = negated || negatedOutside;
    const node = token.type === 'open' ? this.group(token, under) : token.type === 'piece' ? this.piece(token, under) : null;
    return node === null ? [] : [negated ? { kind: 'not', part: node } : node];
  }

  private group(open: Span, negated: boolean): QueryNode | null {
    const node = this.all(negated);
    if (this.tokens[this.at]?.type === 'close') this.at++;
    else this.note('unclosedBracket', { start: open.start, end: this.text.length }, `${this.text.slice(open.start).trimEnd()})`);
    return node;
  }

  private piece(token: Piece, negated: boolean): QueryNode | null {
    if (this.taken >= MAX_TOKENS) {
      this.note('tooLong', { start: token.start, end: this.text.length });
      return null;
    }
    if (token.field !== '') {
      const filter = readFilter(token, this.note);
      if (filter !== null) this.taken++;
      if (filter !== null) return filter;
    }
    const { start, end } = token;
    if (token.quoted) {
      const phrase = this.phrase(token, negated);
      if (token.field === '' || isEmptyFilter(token)) return phrase;
      const word = this.word({ ...token, value: token.field }, true);
      return joined(
        'all',
        [word, phrase].filter((node) => node !== null),
      );
    }
    if (isEmptyFilter(token)) return null;
    return this.word({ ...token, value: this.text.slice(start, end) }, negated);
  }

  private phrase({ value, open, start, end }: Piece, negated: boolean): QueryNode | null {
    const tokens = this.take(value, { start, end });
    if (tokens.length === 0) return null;
    return { kind: 'phrase', tokens, prefix: open && !negated && isBeginning(value, tokens), start, end };
  }

  private word({ value, start, end }: Piece, negated: boolean): QueryNode | null {
    const starred = value.endsWith('*');
    const bare = starred ? value.replace(/\*+$/, '') : value;
    const tokens = this.take(bare, { start, end });
    if (tokens.length === 0) return null;
    const isLast = end === this.text.length && !negated;
    if (starred && !isBeginning(bare, tokens)) this.note('shortBeginning', { start, end });
    const prefix = (starred || isLast) && isBeginning(bare, tokens);
    // Bigrams that overlap are one run of characters: they hold only where they follow one another.
    const isRun = tokens.length > 1 && UNSEGMENTED.test(bare) && !/[^\p{L}\p{M}\p{N}]/u.test(bare);
    return { kind: isRun ? 'phrase' : 'word', tokens, prefix, start, end };
  }

  private take(text: string, span: Span): string[] {
    // A word of a million letters is cut before it is folded; no index holds it.
    const tokens = tokenise(text.slice(0, 2_000));
    const left = MAX_TOKENS - this.taken;
    if (tokens.length > left) this.note('tooLong', { start: span.start, end: this.text.length });
    this.taken += Math.min(tokens.length, left);
    return tokens.slice(0, left);
  }
}

/** A filter of ours without a value: its name was not meant as a word. */
function isEmptyFilter({ field, value }: Piece): boolean {
  return isFilter(field) && value.trim() === '';
}

/** Notices are read by people, and hold no more than they read. */
function shortened(text: string): string {
  return text.length > NOTICE_CHARS ? `${text.slice(0, NOTICE_CHARS)}…` : text;
}

function joined(kind: 'all' | 'any', parts: QueryNode[]): QueryNode | null {
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null);
}

/** Two letters say something about a word; of a script without spaces, one character does. */
function isBeginning(text: string, tokens: string[]): boolean {
  const last = tokens.at(-1)!;
  return ENDS_IN_WORD.test(text) && ([...last].length >= 2 ? !(UNSEGMENTED.test(last) && tokens.length > 1) : UNSEGMENTED.test(last));
}
