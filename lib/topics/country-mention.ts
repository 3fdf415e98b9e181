import type { Mention } from '../core/topic.ts';

/** One naming of a country, in words of the whole text. */
export interface CountryMention {
  id: string;
  mention: Mention;
  /** First word and the one after the last, counted through all parts. */
  word: number;
  to: number;
  /** Words between the start of the sentence and the name. */
  wordInSentence: number;
  /** A bound form ("Sino-"), which names a country only beside another one. */
  bound: boolean;
  /** An adjective or a person's name ("Russian", "Ukrainians"). */
  adjectival: boolean;
}
