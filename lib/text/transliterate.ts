import { HASH_SEED } from './hash.ts';

const CYRILLIC = "аaбbвvгgґgѓgдdђdеeёeєeэeжZзzѕzиiіiїiйiыiјiкkќkлlљlмmнnњnоoпpрrсsтtћCуuўuфfхgцcчCџZшSщSъ\u0000ь\u0000'\u0000";
const MARKED_LATIN = 'šSşSśSșSčCćCçCžZżZźZłlđdøoı\u0069';
const SOUND = new Uint16Array(0x530);
for (const table of [CYRILLIC, MARKED_LATIN])
  for (let i = 0; i + 1 < table.length; i += 2) SOUND[table.charCodeAt(i)] = table.charCodeAt(i + 1);
for (let unit = 97; unit <= 122; unit++) SOUND[unit] = SOUND[unit - 32] = unit;
for (let unit = 0x430; unit <= 0x44f; unit++) SOUND[unit - 32] = SOUND[unit]!;
for (let unit = 0x450; unit <= 0x45f; unit++) SOUND[unit - 80] = SOUND[unit]!;
const YU = 0x44e;
const YA = 0x44f;

const [A, C, E, F, G, H, I, J, K] = [97, 99, 101, 102, 103, 104, 105, 106, 107] as const;
const [O, S, T, U, Y, Z] = [111, 115, 116, 117, 121, 122] as const;
const [BIG_C, BIG_S, BIG_Z] = [67, 83, 90];
const MAX_UNITS = 64;
const scratch = new Uint16Array(2 * MAX_UNITS + 4);
const hashes = new Int32Array(2 * MAX_UNITS + 4);
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

const shared: SoundKey = { length: 0, units: scratch, hashes };

/** The key of `text[start, end)` with its hashes; length 0 where there is none. The next call overwrites it. */
export function soundKey(text: string, start: number, end: number): SoundKey {
  shared.length = soundUnits(text, start, end);
  return shared;
}

function soundUnits(text: string, start: number, end: number): number {
  if (end - start > MAX_UNITS) return 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const written = text.charCodeAt(i);
    const sound = written < 0x530 ? SOUND[written]! : 0;
    if (sound !== 0) {
      letters[count++] = sound;
      continue;
    }
    const unit = lower(written);
    if (unit === YA || unit === YU) {
      letters[count++] = I;
      letters[count++] = unit === YA ? A : U;
      continue;
    }
    const small = unit < 0x530 ? SOUND[unit]! : 0;
    if (small !== 0) letters[count++] = small;
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
  letters[count] = letters[count + 1] = letters[count + 2] = letters[count + 3] = 0;
  let length = 0;
  let before = 0;
  let hash = HASH_SEED;
  for (let i = 0; i < count; ) {
    const first = letters[i]!;
    const grouped = OPENS_GROUP[first] === 1 ? groupAt(i) : 0;
    const sound = grouped === 0 ? SINGLE[first]! : grouped & 0xff;
    i += grouped === 0 ? 1 : grouped >> 8;
    // Щ is written with two groups: the second adds nothing.
    if (sound === before || (sound === BIG_C && before === BIG_S)) continue;
    before = sound;
    hash = Math.imul(hash ^ sound, 0x01000193);
    hashes[length] = hash;
    scratch[length++] = sound;
  }
  return length;
}

/** A letter's own sound, and whether it may begin a group; both by the letters of `letters`, which are below 128. */
const SINGLE = Uint8Array.from({ length: 128 }, (_, unit) => single(unit));
const OPENS_GROUP = Uint8Array.from({ length: 128 }, (_, unit) => ('stczkpoyj'.includes(String.fromCharCode(unit)) ? 1 : 0));

/** The sound that the letters from `i` on write together, below how many they are; 0 where the first stands for itself. */
function groupAt(i: number): number {
  const a = letters[i]!;
  const b = letters[i + 1]!;
  const c = letters[i + 2]!;
  if (a === S) {
    if (b === C && c === H) return (3 << 8) | BIG_S;
    return b === H || b === Z ? (2 << 8) | BIG_S : 0;
  }
  if (a === T) {
    if (b === S && c === C && letters[i + 3] === H) return (4 << 8) | BIG_C;
    if (b === C && c === H) return (3 << 8) | BIG_C;
    return b === S || b === Z ? (2 << 8) | C : 0;
  }
  if (a === C) return b === H || b === Z ? (2 << 8) | BIG_C : b === K ? (2 << 8) | K : 0;
  if (a === O) return b === U ? (2 << 8) | U : 0;
  if (a === Y || a === J) return b === E ? (2 << 8) | E : 0;
  if (b !== H) return 0;
  return (2 << 8) | (a === Z ? BIG_Z : a === K ? G : F);
}

function single(unit: number): number {
  if (unit === Y || unit === J) return I;
  if (unit === 119) return 118;
  if (unit === 113) return K;
  return unit === H ? G : unit;
}
