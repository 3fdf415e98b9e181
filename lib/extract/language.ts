import { writtenLanguage } from '../core/language-tag.ts';
import type { ValueSource } from '../core/snapshot.ts';
import type { LinkedArticle } from './linked-article.ts';
import { firstMeta, type MetaTags } from './meta.ts';
import type { PageDocument } from './page-tree.ts';

const TAG = /^\s*([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*\s*$/i;
/** Characters from which the text's own language counts more than the declared one. */
const ENOUGH_TEXT = 300;

/** The language a page declares of itself, as written (`en-US`), if it has the form of a language tag. */
export function declaredLanguage(document: PageDocument, tags: MetaTags, linked: LinkedArticle | null): string | null {
  const candidates = [
    document.documentElement?.getAttribute('lang'),
    document.documentElement?.getAttribute('xml:lang'),
    linked?.language,
    firstMeta(tags, ['og:locale', 'language', 'content-language', 'dc.language', 'dcterms.language']),
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'),
    document.body?.getAttribute('lang'),
  ];
  return candidates.find((candidate) => candidate && TAG.test(candidate))?.trim() ?? null;
}

/** Reads the language of a text as a BCP 47 primary tag; null where it cannot say (`guessLanguage` of lib/text/language.ts). */
export type LanguageGuess = (text: string) => string | null;

/**
 * BCP 47 primary tag of a text: as declared where the text does not clearly speak another language, else as read from the text.
 * Without a `guess` (the injected extractor has no room for its word lists) the declared one stands.
 */
export function verifiedLanguage(
  declared: string | null,
  text: string,
  guessLanguage: LanguageGuess = () => null,
): { language: string | null; source: ValueSource | null } {
  const primary = declared ? (TAG.exec(declared)?.[1]?.toLowerCase() ?? null) : null;
  const stated = primary ? writtenLanguage(primary) : null;
  const guess = guessLanguage(text);
  if (!guess) return { language: stated, source: stated ? 'meta' : null };
  const read = writtenLanguage(guess);
  if (!stated) return { language: read, source: 'text' };
  // Templates are copied with their language; a few words of another one are a quotation.
  return read !== stated && text.length >= ENOUGH_TEXT ? { language: read, source: 'text' } : { language: stated, source: 'meta' };
}
