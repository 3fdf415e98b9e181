import { parseDateMs } from '../core/date.ts';
import { type FieldEdit, writtenAuthor } from '../core/field-edit.ts';
import { isAuthorNamed } from '../search/author-names.ts';
import { holdsPhrase, readTokens, type WantedPhrase } from '../search/match-text.ts';
import { isSure, searchNames } from '../search/name-search.ts';
import type { NameNode } from '../search/query-tree.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { articleEdits } from './field-edits.ts';
import { isSameName } from './search-filters.ts';
import { notesOnReports } from './search-marks.ts';

/** Names of corrected outlets that one filter stands for at most. */
const OUTLETS = 8;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

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

/** Texts as they were folded for the last search of a store: someone who types asks again with every letter, and folding costs more than looking. */
const folds = new WeakMap<Store, ReadonlyMap<string, string>>();

function foldedFor(store: Store, texts: string[]): ReadonlyMap<string, string> {
  const before = folds.get(store);
  const now = new Map(texts.map((text) => [text, before?.get(text) ?? fold(text)]));
  folds.set(store, now);
  return now;
}

/** Reads what is the reader's own. Few rows beside the index: they are looked through, not indexed. */
export async function ownWords(store: Store): Promise<OwnWords> {
  const [edits, notes] = await Promise.all([articleEdits(store), notesOnReports(store)]);
  const written = [
    ...edits.flatMap((edit) =>
      edit.of === 'article' && edit.field === 'headline' && edit.value !== null ? [{ articleId: edit.recordId, text: edit.value }] : [],
    ),
    ...notes,
  ];
  const folded = foldedFor(
    store,
    written.map(({ text }) => text),
  );
  const texts = written.map(({ articleId, text }) => ({ articleId, text, folded: folded.get(text) ?? '' }));
  const where = (holds: (text: (typeof texts)[number]) => boolean): string[] => [
    ...new Set(texts.flatMap((text) => (holds(text) ? [text.articleId] : []))),
  ];
  const outlets = edits.flatMap((edit) =>
    edit.field === 'outlet' && edit.value !== null ? [{ id: edit.recordId, name: edit.value }] : [],
  );
  return {
    edits,
    notes: (articleId) => notes.flatMap((note) => (note.articleId === articleId ? [note.text] : [])),
    word: (token, prefix) => where(({ folded }) => holdsWord(folded, token, prefix)),
    phrase: (phrase) =>
      where(({ folded, text }) => phrase.tokens.every((token) => folded.includes(token)) && holdsPhrase(readTokens(text), phrase)),
    author: ({ name, exact }) =>
      edits.flatMap((edit) =>
        edit.field === 'authors' &&
        edit.value.some((author) => (exact ? isSameName(writtenAuthor(author).name, name) : isAuthorNamed(author, name)))
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

/**
 * Whether a folded text holds a token as a word, with `prefix` as the beginning of one. Looked for in the text, which is many times as quick as cutting it into
 * words: a letter of a script without blanks ends a word of any other.
 */
function holdsWord(folded: string, token: string, prefix: boolean): boolean {
  const isUnspaced = UNSPACED.test(token);
  for (let at = folded.indexOf(token); at >= 0; at = folded.indexOf(token, at + 1)) {
    if (isUnspaced || (!goesOn(folded[at - 1]) && (prefix || !goesOn(folded[at + token.length])))) return true;
  }
  return false;
}

function goesOn(neighbour: string | undefined): boolean {
  return neighbour !== undefined && IN_WORD.test(neighbour) && !UNSPACED.test(neighbour);
}
