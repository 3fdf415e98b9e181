import { HASH_SEED } from './hash.ts';

const CYRILLIC = "аaбbвvгgґgѓgдdђdеeёeєeэeжZзzѕzиiіiїiйiыiјiкkќkлlљlмmнnњnоoпpрrсsтtћCуuўuфfхgцcчCџZшSщSъ\u0000ь\u0000'\u0000";
const MARKED_LATIN = 'šSşSśSșSčCćCçCžZżZźZłlđdøoı\u0069';
const SOUND = new Uint16Array(0x530);
for (const table of [CYRILLIC, MARKED_LATIN])
  for (let i = 0; i + 1 < table.length; i += 2) SOUND[table.charCodeAt(i)] = table.charCodeAt(i + 1);
for (let unit = 97; unit <= 122; unit++) SOUND[unit] = unit;
const YU = 0x44e;
const YA = 0x44f;

const [A, C, E, G, H, I, K, O, S, T, U, Z] = [...'aceghikostuz'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const [BIG_C, BIG_S, BIG_Z] = [67, 83, 90];
const MAX_UNITS = 64;
const scratch = new Uint16Array(2 * MAX_UNITS + 4);
const letters = new Uint16Array(2 * MAX_UNITS + 4);

/**
 * One key for the spellings of a name across Latin and Cyrillic scripts and the ways of writing one in the other
 * (Oreshnik, Oreschnik, Oresznik, Orešnik, Орешник, Орєшнік). Empty for a word with letters of another script.
 */
export function transliterationKey(word: string): string {
  const length = soundUnits(word, 0, word.length);
  return String.fromCharCode(...scratch.subarray(0, length));
}

/** A key with the hash of each of its prefixes; reused from word to word. */
export interface SoundKey {
  length: number;
  units: Uint16Array;
  /** FNV-1a up to and including each unit, signed. */
  hashes: Int32Array;
}

const shared: SoundKey = { length: 0, units: scratch, hashes: new Int32Array(scratch.length) };

/** The key of `text[start, end)` with its hashes; length 0 where there is none. The next call overwrites it. */
export function soundKey(text: string, start: number, end: number): SoundKey {
  shared.length = soundUnits(text, start, end);
  let hash = HASH_SEED;
  for (let i = 0; i < shared.length; i++) {
    hash = Math.imul(hash ^ scratch[i]!, 0x01000193);
    shared.hashes[i] = hash;
  }
  return shared;
}

function soundUnits(text: string, start: number, end: number): number {
  if (end - start > MAX_UNITS) return 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const unit = lower(text.charCodeAt(i));
    if (unit === YA || unit === YU) {
      letters[count++] = I;
      letters[count++] = unit === YA ? A : U;
      continue;
    }
    const sound = unit < 0x530 ? SOUND[unit]! : 0;
    if (sound) letters[count++] = sound;
    else if (!isSilent(unit)) {
      const plain = String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
      if (plain < 97 || plain > 122) return 0;
      letters[count++] = plain;
    }
  }
  return joinDigraphs(count);
}

/** Hard and soft signs, apostrophes and stress marks have no sound of their own. */
function isSilent(unit: number): boolean {
  return unit === 0x44a || unit === 0x44c || unit === 0x27 || unit === 0x2019 || unit === 0x2bc || (unit >= 0x300 && unit < 0x370);
}

function lower(unit: number): number {
  if (unit < 0x80) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  if (unit >= 0x410 && unit <= 0x42f) return unit + 32;
  if (unit >= 0x400 && unit <= 0x40f) return unit + 80;
  return unit >= 0x430 && unit <= 0x44f ? unit : String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

/** Writes the key to `scratch` from the letters before `count`, taking groups of letters that write one sound together. */
function joinDigraphs(count: number): number {
  letters[count] = letters[count + 1] = letters[count + 2] = 0;
  let length = 0;
  for (let i = 0; i < count; ) {
    const [a, b, c] = [letters[i]!, letters[i + 1]!, letters[i + 2]!];
    let sound = a;
    let taken = 1;
    if (a === S && ((b === C && c === H) || b === H || b === Z)) {
      sound = BIG_S;
      taken = b === C ? 3 : 2;
    } else if (a === T && b === S && c === C && letters[i + 3] === H) {
      sound = BIG_C;
      taken = 4;
    } else if (a === T && b === C && c === H) {
      sound = BIG_C;
      taken = 3;
    } else if (a === C && (b === H || b === Z)) {
      sound = BIG_C;
      taken = 2;
    } else if (a === Z && b === H) {
      sound = BIG_Z;
      taken = 2;
    } else if (a === T && (b === S || b === Z)) {
      sound = C;
      taken = 2;
    } else if (a === C && b === K) {
      sound = K;
      taken = 2;
    } else if (a === K && b === H) {
      sound = G;
      taken = 2;
    } else if (a === 112 && b === H) {
      sound = 102;
      taken = 2;
    } else if (a === O && b === U) {
      sound = U;
      taken = 2;
    } else if ((a === 121 || a === 106) && b === E) {
      sound = E;
      taken = 2;
    } else sound = single(a);
    // Щ is written with two groups: the second adds nothing.
    const before = length ? scratch[length - 1] : 0;
    if (sound !== before && !(sound === BIG_C && before === BIG_S)) scratch[length++] = sound;
    i += taken;
  }
  return length;
}

function single(unit: number): number {
  if (unit === 121 || unit === 106) return I;
  if (unit === 119) return 118;
  if (unit === 113) return K;
  return unit === H ? G : unit;
}
