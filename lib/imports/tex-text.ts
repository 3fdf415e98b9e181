/** Accents as TeX writes them, as combining characters. */
const ACCENTS: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
};
const LETTERS: Record<string, string> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textquotedbl: '"',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textregistered: '®',
  textcopyright: '©',
  texttrademark: '™',
  pounds: '£',
  texteuro: '€',
  euro: '€',
  S: '§',
  P: '¶',
  textdollar: '$',
  textunderscore: '_',
  textbraceleft: '{',
  textbraceright: '}',
};
// An accent and what it stands on, in braces or not; commands; single marks; what fonts join; blanks that do not break; braces.
const TOKEN =
  /\\([`'^~"=.])\s*(?:\{\s*(\\?[^{}\\]|\\[ij])?\s*\}|(\\[ij](?![a-zA-Z])|[^\s{}\\]))|\\([uvHckrdb])(?:\s+(\\[ij](?![a-zA-Z])|[^\s{}\\])|\s*\{\s*(\\?[^{}\\])?\s*\})|\\([a-zA-Z]+)\s*(?:\{\})?|\\([^a-zA-Z])|(---?|``|''|~)|[{}]/gsu;

/** The text that a field of BibTeX stands for: commands for letters and accents read, braces gone, white space single. Unknown commands are left out. */
export function texText(field: string): string {
  return field
    .replace(
      TOKEN,
      (
        _all,
        mark?: string,
        braced?: string,
        bare?: string,
        letterMark?: string,
        letterBare?: string,
        letterBraced?: string,
        command?: string,
        escaped?: string,
        joined?: string,
      ) => {
        const accent = mark ?? letterMark;
        if (accent !== undefined) {
          const base = (braced ?? bare ?? letterBare ?? letterBraced ?? '').replace(/^\\/, '');
          return `${base}${ACCENTS[accent] ?? ''}`;
        }
        if (command !== undefined) return LETTERS[command] ?? '';
        if (escaped !== undefined) return escaped === '\\' ? ' ' : escaped === '-' || escaped === '/' ? '' : escaped.trim();
        return joined === undefined ? '' : ({ '---': '—', '--': '–', '``': '“', "''": '”', '~': ' ' }[joined] ?? '');
      },
    )
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
