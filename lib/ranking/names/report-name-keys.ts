import { nameKeys } from './name-keys.ts';

/** Opening of a text that name keys are taken from: headline, standfirst and the first paragraphs. */
export const NAME_KEY_CHARS = 600;

/** Name keys of a stored report, over its headline and opening. Apart from ranking: what only stores reports does not load that. */
export function reportNameKeys(headline: string, text: string): string[] {
  return nameKeys((text.startsWith(headline) ? text : `${headline}\n${text}`).slice(0, NAME_KEY_CHARS));
}
