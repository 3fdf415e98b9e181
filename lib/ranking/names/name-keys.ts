import { fold } from '../../text/fold.ts';
import { isFunctionWord } from '../function-words.ts';
import { hanSounds } from './han-sounds.ts';
import { lettersOf, preparePasses, rewrite } from './letter-passes.ts';
import { soundsOf } from './sound-classes.ts';
import { spellingKey } from './spelling.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;
const UNSPACED = /[\p{Script=Thai}\p{Script=Han}]/u;
const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const UPPER = /^\p{Lu}/u;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
const THAI_RUN = /[\p{Script=Thai}]{4,}/gu;
const DIGITS = /\p{Nd}+/gu;
/** Letters that are heard as one. */
export const SOUND_PASSES = preparePasses([
  { of: 'tsch|tch|sch|sz|cz|sh|ch|zh|дж|τζ', by: 'ж' },
  { of: 'ts|tz', by: 'z' },
  { of: 'ph', by: 'f' },
  { of: 'kh', by: 'h' },
  { of: 'μπ', by: 'π' },
  { of: 'ντ', by: 'τ' },
  { of: 'c', by: 's', before: 'eiy' },
  { of: 'c', by: 'k' },
]);
/** Consonants a key has at least and at most: below, chance hits; above, endings. */
const MIN_SOUNDS = 3;
const MAX_SOUNDS = 6;
const MAX_KEYS = 400;

/**
 * Keys under which names, cognates and numbers of a text are the same in every script: `=KLMLN` consonant skeletons of names,
 * `=makro` spellings of words of alphabets with vowels, `=1000` numbers; the tokeniser yields no term that begins so. Distinct, in reading order, at most 400. For comparing texts
 * of different languages; within one language words say more.
 */
export function nameKeys(text: string): string[] {
  const keys = new Set<string>();
  for (const digits of text.match(DIGITS) ?? []) addNumber(digits, keys);
  const words = text.match(WORD) ?? [];
  if (UNSPACED.test(text)) {
    for (const word of words) if (!UNSPACED.test(word)) addWord(word, keys);
    for (const run of text.match(HAN_RUN) ?? []) addHanRun(run, keys);
    for (const run of text.match(THAI_RUN) ?? []) addWindows(thaiSounds(run), keys);
  } else for (const word of words) addWord(word, keys);
  return [...keys].slice(0, MAX_KEYS);
}

/** True for the key of a name's consonants. */
export function isSkeleton(key: string): boolean {
  const first = key.charCodeAt(1);
  return first >= 0x41 && first <= 0x5a;
}

function addNumber(digits: string, keys: Set<string>): void {
  const value = [...digits].map(digitValue).join('').replace(/^0+/, '');
  if (value.length >= 2 && value.length <= 9) keys.add(`=${value}`);
}

/** Digits of every script stand in runs of ten: at xx6 in the Indic blocks, at xx0 elsewhere (Unicode Nd). */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const low = code & 0xf;
  return String((code >= 0x0900 && code <= 0x0dff ? low - 6 : low) % 10);
}

function addWord(word: string, keys: Set<string>): void {
  const folded = fold(word);
  if (isFunctionWord(folded)) return;
  const spelling = spellingKey(folded);
  if (spelling !== null) keys.add(`=${spelling}`);
  if (CASED.test(word) && !UPPER.test(word)) return;
  addSkeleton(skeleton(folded), keys);
  if (/^(?:ال|وال|بال)/.test(folded)) addSkeleton(skeleton(folded.replace(/^(?:وال|بال|ال)/, '')), keys);
}

/** The skeleton, and without its last sound: that may be an ending. */
function addSkeleton(sounds: string, keys: Set<string>): void {
  if (sounds.length < MIN_SOUNDS) return;
  keys.add(`=${sounds.slice(0, MAX_SOUNDS)}`);
  if (sounds.length > MIN_SOUNDS && sounds.length <= MAX_SOUNDS) keys.add(`=${sounds.slice(0, -1)}`);
}

function addHanRun(run: string, keys: Set<string>): void {
  const characters = [...run];
  for (let start = 0; start < characters.length; start++) {
    let sounds = '';
    for (let end = start; end < Math.min(characters.length, start + 6); end++) {
      const next = HAN.test(characters[end]!) ? hanSounds(characters[end]!) : undefined;
      if (next === undefined) break;
      sounds += next;
      if (end > start && sounds.length >= MIN_SOUNDS) keys.add(`=${squeeze(sounds).slice(0, MAX_SOUNDS)}`);
    }
  }
}

function addWindows(sounds: string, keys: Set<string>): void {
  for (let start = 0; start + 4 <= sounds.length; start++) {
    for (let size = 4; size <= MAX_SOUNDS && start + size <= sounds.length; size++) keys.add(`=${sounds.slice(start, start + size)}`);
  }
}

/** Thai marks a letter that is written but not heard with U+0E4C. */
function thaiSounds(run: string): string {
  return squeeze([...run.replace(/.\u0e4c/gu, '')].map(soundsOf).join(''));
}

/** Consonant classes of a folded word, digraphs read as one sound, doubles as single. */
export function skeleton(folded: string): string {
  let sounds = '';
  for (const letter of rewrite(folded, lettersOf(folded), SOUND_PASSES)) sounds += soundsOf(letter);
  return squeeze(sounds);
}

function squeeze(sounds: string): string {
  return sounds.replace(/(.)\1+/g, '$1');
}
