import { writtenLanguage } from '../core/language-tag.ts';
import type { Layer } from './layer.ts';

/** Languages written alike, whose names serve where a layer has none in a page's own; the nearest first. */
const STAND_INS: Record<string, string[]> = { nn: ['nb'], bs: ['hr', 'sr'], sh: ['sr', 'hr'], cnr: ['sr', 'hr'], yue: ['zh'], arz: ['ar'] };

/**
 * Index of a page's language among a layer's: by its tag, its primary tag, one written alike, or another tag of the same written language
 * ("no" is the layer's "nb"); -1 where the layer has no name in it.
 */
export function languageIndex({ languages }: Pick<Layer, 'languages'>, language: string): number {
  const wanted = language.toLowerCase();
  const primary = wanted.split('-', 1)[0]!;
  for (const tag of [wanted, primary, ...(STAND_INS[primary] ?? [])]) {
    const index = languages.indexOf(tag);
    if (index >= 0) return index;
  }
  const written = writtenLanguage(language);
  return languages.findIndex((tag) => writtenLanguage(tag) === written);
}
