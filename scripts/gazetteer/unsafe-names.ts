import { fold } from '../../lib/text/fold.ts';
import { DENSE_LANGUAGES } from './languages.ts';

/**
 * Folded CLDR names never taken as an alias, in any language, because they are first names, common words or better known
 * as something else: "Réunion" (reunion), "Maurice", "Mauricio" (Mauritius), "Dominika", "Granada", "Salvador", "Guadalupe".
 */
const UNSAFE_ANYWHERE = new Set([
  ...[
    'reunion',
    'la reunion',
    'reunió',
    'reunio',
    'maurice',
    'mauricio',
    'maurici',
    'maurizio',
    'dominika',
    'granada',
    'salvador',
    'guadalupe',
  ],
  ...['montserrat', 'chagos', 'man', 'ostrov man', 'congo', 'kongo', 'конго', 'norfolk', 'pitcairn', 'korea', 'heard'],
]);

/** The same in one language only: Finnish "Oman" (genitive of "own"), South Slavic "Mali" (small), Finnish "Malta", Arabic "مالي" (financial) … */
const UNSAFE_IN = new Set([
  ...[
    'fi:oman',
    'hr:mali',
    'bs:mali',
    'sr:mali',
    'sl:mali',
    'mk:мали',
    'sr:мали',
    'sw:mali',
    'id:mali',
    'it:monaco',
    'es:georgia',
    'gl:tonga',
  ],
  ...[
    'et:tai',
    'pl:jersey',
    'ca:montserrat',
    'ar:مالي',
    'vi:anh',
    'vi:phap',
    'vi:lao',
    'ko:수단',
    'ko:오만',
    'ko:말리',
    'ko:가나',
    'th:ชาด',
  ],
]);

/**
 * Whether a CLDR name may be looked for in pages as it stands. Names with brackets, ampersands and dashes serve as labels
 * only; so do short forms with full stops ("É.-U.", "Wlk. Bryt."), which fold to other acronyms.
 */
export function isSafeName(name: string, tag: string): boolean {
  const folded = fold(name);
  if (UNSAFE_ANYWHERE.has(folded) || UNSAFE_IN.has(`${tag}:${folded}`)) return false;
  if (DENSE_LANGUAGES.has(tag)) return [...name].length >= 2;
  if (tag === 'vi' && folded.length < 4) return false;
  return [...name].length >= 3 || /^\p{Lu}{2}$/u.test(name);
}

/** True for CLDR's short and variant forms that fold to something else or stand nowhere in running text. */
export function isLabelOnly(name: string): boolean {
  return /[().]| [-–] /u.test(name);
}
