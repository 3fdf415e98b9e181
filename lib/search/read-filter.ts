import { parseDateMs } from '../core/date.ts';
import { writtenLanguage } from '../core/language-tag.ts';
import type { QueryNotice, Span } from '../core/query-notice.ts';
import { editDistance } from '../index/edit-distance.ts';
import { QUERY_MARKS, type QueryMark, type QueryNode } from './query-tree.ts';
import { FILTERS } from './scan-query.ts';

/** A filter as typed. */
export interface TypedFilter extends Span {
  field: string;
  value: string;
  quoted: boolean;
}

/** What people write for our filters in other programs. */
const OTHER_NAMES: Readonly<Record<string, (typeof FILTERS)[number]>> = {
  author: 'reporter',
  by: 'reporter',
  from: 'outlet',
  site: 'outlet',
  source: 'outlet',
  language: 'lang',
  since: 'after',
  until: 'before',
  about: 'topic',
  subject: 'topic',
  label: 'tag',
  state: 'is',
};
/** Longer ones name nobody. */
const MAX_NAME = 200;
const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9-]*)?$/i;

/** Reads a filter; null where it cannot be read as one, and `note` says why. */
export function readFilter(
  { field, value, quoted, start, end }: TypedFilter,
  note: (code: QueryNotice['code'], span: Span, instead?: string) => void,
): QueryNode | null {
  const span = { start, end };
  const named = value.slice(0, MAX_NAME).trim();
  if (!isFilter(field)) {
    // An address or a headline's colon is no filter that somebody mistyped.
    if (named === '' || named.startsWith('//') || field.length < 2) return null;
    const similar = likelyFilter(field);
    note(similar === null ? 'unknownFilter' : 'similarFilter', span, similar === null ? '' : `${similar}:${quoted ? `"${value}"` : value}`);
    return null;
  }
  if (named === '') {
    note('emptyFilter', span, `${field}:${EXAMPLES[field]}`);
    return null;
  }
  switch (field) {
    case 'reporter':
    case 'outlet':
    case 'topic':
    case 'tag':
      return { kind: field, name: named, exact: quoted, ...span };
    case 'lang':
      if (LANGUAGE.test(named)) return { kind: 'language', language: writtenLanguage(named), ...span };
      note('badLanguage', span, `lang:${EXAMPLES.lang}`);
      return null;
    case 'before':
    case 'after': {
      const ms = parseDateMs(named);
      if (ms !== null) return { kind: field, ms, ...span };
      note('badDate', span, `${field}:${EXAMPLES[field]}`);
      return null;
    }
    case 'is': {
      const mark = QUERY_MARKS.find((known) => known === named.toLowerCase() && known !== 'note');
      if (mark !== undefined) return { kind: 'mark', mark, ...span };
      note('badState', span, `is:${likelyMark(named)}`);
      return null;
    }
    case 'has':
      if (/^notes?$/i.test(named)) return { kind: 'mark', mark: 'note', ...span };
      note('badHas', span, `has:${EXAMPLES.has}`);
      return null;
  }
}

/** True for the name of one of our filters. */
export function isFilter(field: string): field is (typeof FILTERS)[number] {
  return (FILTERS as readonly string[]).includes(field);
}

const EXAMPLES: Record<(typeof FILTERS)[number], string> = {
  reporter: 'name',
  outlet: 'name',
  topic: 'name',
  lang: 'uk',
  before: '2026-02',
  after: '2025-11-30',
  is: 'pinned',
  tag: 'name',
  has: 'note',
};

function likelyFilter(field: string): string | null {
  const other = Object.hasOwn(OTHER_NAMES, field) ? OTHER_NAMES[field] : undefined;
  return other ?? FILTERS.find((known) => known.length > 3 && editDistance(field, known, 2) <= (known.length > 5 ? 2 : 1)) ?? null;
}

function likelyMark(typed: string): QueryMark {
  return QUERY_MARKS.find((known) => known !== 'note' && editDistance(typed.toLowerCase(), known, 2) <= 2) ?? 'pinned';
}
