/**
 * Which consonant class a letter is heard as, for every script news names are written in. Classes: P (p b), F (f v w), T (t d th),
 * K (k g q), S (s z ts), C (sh zh ch j), M, N, L (l r). Vowels, glides and h have none, since Arabic, Hebrew and Chinese keep
 * them least reliably.
 */
const BY_CLASS: Record<string, string> = {
  P: 'pbпбπבבּპბՊՓԲبپบปผพภ',
  F: 'fvwфвўφβפףვფՖՎفڤฝฟว',
  T: 'tdтдђћτδθטדתთტდՏԹԴتثدذطضڈٹดตถทธฎฏฐฑฒ',
  K: 'kgqкгґќѓκγכךקגკქგღყԿՔԳكکقغگขคฆก',
  S: 'szсзцѕσςζסזצץსზცძწՍԶՑԾՁزسصظซศษส',
  C: 'jчшщжџשჟშჩჭჯՇՉՃՋԺجچشژจฉชฌ',
  M: 'mмμמםმՄมم',
  N: 'nнњνנןნՆنںนณง',
  L: 'lrлрљλρלרლრԼՐՌلرڑลรฬ',
};

/** Letters that stand for two sounds. */
const DOUBLE: Record<string, string> = { x: 'KS', ξ: 'KS', ψ: 'PS' };

// Indic scripts share one layout (ISCII): the consonants from offset 0x15 of each block on.
const INDIC = 'KKKKNCCCCNTTTTNTTTTNNPPPPM_LLLLLFCSS_';
const INDIC_BLOCKS = [0x0900, 0x0980, 0x0a00, 0x0a80, 0x0b00, 0x0b80, 0x0c00, 0x0c80, 0x0d00];
const SINHALA_START = 0x0d9a;
const SINHALA = 'KKKKNNCCCCNNCTTTTNTTTTTN_TPPPPMP_L_L__FCSS_LF';

// Hangul syllables are arithmetic: (initial · 21 + vowel) · 28 + final (Unicode 3.12).
const HANGUL_START = 0xac00;
const HANGUL_INITIALS = 'KKNTTLMPPSS_CCCKTP_';
const HANGUL_FINALS = '_KKKNNNTLLLLLLLLMPPSSNCCKTP_';

const KATAKANA_START = 0x30a1;
const KATAKANA = '__________KKKKKKKKKKSSCCSSSSSSTTCC_SSTTTTNNNNN_PP_PPFPP_PP_PPMMMMM______LLLLL__F___NF';

const CLASSES = new Map<string, string>(Object.entries(DOUBLE));
for (const [sound, letters] of Object.entries(BY_CLASS)) {
  for (const letter of letters) CLASSES.set(letter.toLowerCase(), sound);
}

/** The consonant classes of one folded letter, '' for vowels, marks and what is not known. */
export function soundsOf(letter: string): string {
  const known = CLASSES.get(letter);
  if (known !== undefined) return known;
  const code = letter.codePointAt(0) ?? 0;
  if (code < INDIC_BLOCKS[0]!) return '';
  if (code >= HANGUL_START && code <= 0xd7a3) {
    const syllable = code - HANGUL_START;
    return at(HANGUL_INITIALS, Math.floor(syllable / 588)) + at(HANGUL_FINALS, syllable % 28);
  }
  if (code >= KATAKANA_START && code <= 0x30f4) return at(KATAKANA, code - KATAKANA_START);
  if (code >= SINHALA_START && code <= 0x0dc6) return at(SINHALA, code - SINHALA_START);
  if (code >= 0x0900 && code <= 0x0dff && (code & 0x7f) === 0x02) return 'N'; // anusvara
  const block = INDIC_BLOCKS.find((start) => code >= start + 0x15 && code <= start + 0x39);
  return block === undefined ? '' : at(INDIC, code - block - 0x15);
}

function at(table: string, index: number): string {
  const sound = table[index] ?? '_';
  return sound === '_' ? '' : sound;
}
