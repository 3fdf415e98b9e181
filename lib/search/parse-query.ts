import { parseDateMs } from '../core/date.ts';
import { tokenise } from '../text/tokenise.ts';

/** A typed query, understood. Every string is one: what is no operator is a word. */
export interface ParsedQuery {
  /** Index tokens of the words outside quotes, in order, distinct; without the last one where that is a prefix. */
  words: string[];
  /** The token being typed: the last word, when nothing follows it. */
  prefix: string | null;
  /** Index tokens of each quoted phrase. */
  phrases: string[][];
  /** Values of `reporter:`, `outlet:`, `topic:` as typed. */
  reporters: string[];
  outlets: string[];
  topics: string[];
  /** BCP 47 primary tags of `lang:`, lower case. */
  languages: string[];
  /** Published before this moment (start of the stated day, month or year). */
  beforeMs: number | null;
  /** Published at or after this moment. */
  afterMs: number | null;
}

const MAX_QUERY = 500;
const MAX_WORDS = 24;
const PIECE = /(?:([\p{L}]+):)?(?:["“”„«]([^"“”„«»]*)(["”“»]|$)|([^\s"“”„«»]+))/gu;

/** Reads a query: `reporter:` `outlet:` `topic:` `before:` `after:` `lang:`, quoted phrases, a prefix as the last word. Total. */
export function parseQuery(text: string): ParsedQuery {
  const query: ParsedQuery = {
    words: [],
    prefix: null,
    phrases: [],
    reporters: [],
    outlets: [],
    topics: [],
    languages: [],
    beforeMs: null,
    afterMs: null,
  };
  const typed = text.slice(0, MAX_QUERY);
  let lastWord: string | null = null;
  for (const match of typed.matchAll(PIECE)) {
    const [piece, operator, quoted, , bare] = match;
    const value = quoted ?? bare ?? '';
    lastWord = null;
    if (operator !== undefined && applyOperator(query, operator.toLowerCase(), value)) continue;
    if (quoted !== undefined) {
      if (operator !== undefined) addWords(query, operator);
      addPhrase(query, quoted);
      continue;
    }
    const tokens = addWords(query, piece);
    lastWord = match.index + piece.length === typed.length ? (tokens.at(-1) ?? null) : null;
  }
  if (lastWord !== null && endsInWord(typed) && lastWord.length >= 2) {
    query.prefix = lastWord;
    query.words = query.words.filter((word) => word !== lastWord);
  }
  return query;
}

/** True where a query asks for nothing. */
export function isEmptyQuery(query: ParsedQuery): boolean {
  const { words, prefix, phrases, reporters, outlets, topics, languages, beforeMs, afterMs } = query;
  const lists = [words, phrases, reporters, outlets, topics, languages];
  return prefix === null && beforeMs === null && afterMs === null && lists.every(({ length }) => length === 0);
}

function applyOperator(query: ParsedQuery, operator: string, value: string): boolean {
  const named = value.trim();
  if (named === '') return false;
  switch (operator) {
    case 'reporter':
      query.reporters.push(named);
      return true;
    case 'outlet':
      query.outlets.push(named);
      return true;
    case 'topic':
      query.topics.push(named);
      return true;
    case 'lang':
      if (!/^[a-z]{2,3}([-_].*)?$/i.test(named)) return false;
      query.languages.push(named.toLowerCase().split(/[-_]/)[0]!);
      return true;
    case 'before':
    case 'after': {
      const moment = parseDateMs(named);
      if (moment === null) return false;
      if (operator === 'before') query.beforeMs = Math.min(moment, query.beforeMs ?? moment);
      else query.afterMs = Math.max(moment, query.afterMs ?? moment);
      return true;
    }
    default:
      return false;
  }
}

function addWords(query: ParsedQuery, text: string): string[] {
  const tokens = tokenise(text);
  for (const token of tokens) if (query.words.length < MAX_WORDS && !query.words.includes(token)) query.words.push(token);
  return tokens;
}

function addPhrase(query: ParsedQuery, text: string): void {
  const tokens = tokenise(text).slice(0, MAX_WORDS);
  if (tokens.length > 0) query.phrases.push(tokens);
}

function endsInWord(text: string): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(text);
}
