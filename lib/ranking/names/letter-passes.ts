/** Groups of letters that are written anew. */
export interface LetterPass {
  /** The groups, parted by bars, the longer before the shorter. */
  of: string;
  by: string;
  /** Only before one of these letters. */
  before?: string;
}

/** A pass that knows which letters a word must have for it to do anything: all of one mask. */
export interface PreparedPass {
  pattern: RegExp;
  by: string;
  masks: number[];
}

/** Bit of a word with other letters than a to z: every pass is made then. */
const OTHER = 1 << 26;
/** Bit of a word with two equal letters side by side. */
const DOUBLED = 1 << 27;

/** Prepares passes, once for all words. */
export function preparePasses(passes: LetterPass[]): PreparedPass[] {
  return passes.map(({ of, by, before }) => ({
    pattern: new RegExp(before === undefined ? of : `(?:${of})(?=[${before}])`, 'g'),
    by,
    masks: of.split('|').map(lettersOf),
  }));
}

/** Which letters a word has, as bits. */
export function lettersOf(word: string): number {
  let letters = 0;
  let last = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    letters |= unit >= 97 && unit <= 122 ? 1 << (unit - 97) : OTHER;
    if (unit === last) letters |= DOUBLED;
    last = unit;
  }
  return letters;
}

/** True where a word, as `lettersOf` gives it, is of a to z alone. */
export function isPlain(letters: number): boolean {
  return (letters & OTHER) === 0;
}

/** A word after all passes, one after the other. `letters` are its own: no pass may bring a letter into a word that a later one looks for. */
export function rewrite(word: string, letters: number, passes: PreparedPass[]): string {
  let written = word;
  for (const { pattern, by, masks } of passes) {
    if (letters & OTHER || masks.some((mask) => (letters & mask) === mask)) written = written.replace(pattern, by);
  }
  return written;
}

/** True where letters may stand twice side by side: in the word, or in what it was rewritten to. */
export function mayDouble(word: string, letters: number, written: string): boolean {
  return (letters & (DOUBLED | OTHER)) !== 0 || written !== word;
}
