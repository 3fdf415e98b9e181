import { parseDateMs } from '../core/date.ts';
import type { FieldEdit } from '../core/field-edit.ts';
import { isAuthorNamed } from '../search/author-names.ts';
import { holdsPhrase, readTokens, type TokenisedText, type WantedPhrase } from '../search/match-text.ts';
import { isSure, searchNames } from '../search/name-search.ts';
import type { NameNode } from '../search/query-tree.ts';
import type { Store } from '../store/store.ts';
import { articleEdits } from './field-edits.ts';
import { isSameName } from './search-filters.ts';
import { notesOnReports } from './search-marks.ts';

/** Names of corrected outlets that one filter stands for at most. */
const OUTLETS = 8;

/** What reports hold by the reader's own doing, and no posting knows: corrected fields, and notes. All answers are ids of reports. */
export interface OwnWords {
  edits: FieldEdit[];
  /** Texts of a report's notes; none for most. */
  notes(articleId: string): string[];
  /** Reports whose corrected headline or note holds a word, with `prefix` one that begins so. */
  word(token: string, prefix: boolean): string[];
  phrase(phrase: WantedPhrase): string[];
  author(node: NameNode): string[];
  outlet(node: NameNode): string[];
  /** Corrected days of publication, epoch ms; null where there is none. */
  published: ReadonlyMap<string, number | null>;
}

/** Reads what is the reader's own. Few rows beside the index: they are looked through, not indexed. */
export async function ownWords(store: Store): Promise<OwnWords> {
  const [edits, notes] = await Promise.all([articleEdits(store), notesOnReports(store)]);
  const texts: [id: string, text: TokenisedText][] = [
    ...edits.flatMap((edit): [string, TokenisedText][] =>
      edit.of === 'article' && edit.field === 'headline' && edit.value !== null ? [[edit.recordId, readTokens(edit.value)]] : [],
    ),
    ...notes.map(({ articleId, text }): [string, TokenisedText] => [articleId, readTokens(text)]),
  ];
  const where = (holds: (text: TokenisedText) => boolean): string[] => [
    ...new Set(texts.flatMap(([id, text]) => (holds(text) ? [id] : []))),
  ];
  const outlets = edits.flatMap((edit) =>
    edit.field === 'outlet' && edit.value !== null ? [{ id: edit.recordId, name: edit.value }] : [],
  );
  return {
    edits,
    notes: (articleId) => notes.flatMap((note) => (note.articleId === articleId ? [note.text] : [])),
    word: (token, prefix) =>
      where(({ tokens, distinct }) => (prefix ? tokens.some((each) => each.startsWith(token)) : distinct.has(token))),
    phrase: (phrase) => where((text) => holdsPhrase(text, phrase)),
    author: ({ name, exact }) =>
      edits.flatMap((edit) =>
        edit.field === 'authors' && edit.value.some((author) => (exact ? isSameName(author, name) : isAuthorNamed(author, name)))
          ? [edit.recordId]
          : [],
      ),
    outlet({ name, exact }) {
      const called = searchNames(
        [...new Set(outlets.map((each) => each.name))].map((each) => ({ id: each, names: [each] })),
        name,
        OUTLETS,
      ).filter((hit) => (exact ? hit.score === 0 : isSure(hit)));
      return outlets.flatMap((each) => (called.some((hit) => hit.id === each.name) ? [each.id] : []));
    },
    published: new Map(edits.flatMap((edit) => (edit.field === 'datePublished' ? [[edit.recordId, parseDateMs(edit.value)]] : []))),
  };
}
