/** Behind one of these a mark that looks the same at both ends opens. */
const OPENS_BEHIND = /[\s([{«“„‘¡¿/—–-]/u;
const IN_WORD = /[\p{L}\p{M}]/u;
/** A single mark at the end that closes what one before it opened; an apostrophe at the end of a word closes nothing. */
const CLOSES = /(?<![\p{L}\p{N}])['‘](?:[^'‘’]|(?<=\p{L})['’](?=\p{L}))+['’]$/u;

/**
 * A title in double quotation marks, those within it single ones, as American usage has it: the comma or full stop stands inside of both, and no full stop
 * behind a mark that ends a sentence itself. A comma does stand behind a question mark (The Chicago Manual of Style, 17th edition, 6.125).
 */
export function inQuotes(title: string, mark: '.' | ','): string {
  const inner = withSingleMarks(title);
  if ((mark === '.' ? /[.,?!…。！？؟]['’]?$/u : /[.,…。]['’]?$/u).test(inner)) return `“${inner}”`;
  const closing = CLOSES.test(inner) ? inner.slice(-1) : '';
  return `“${inner.slice(0, inner.length - closing.length)}${mark}${closing}”`;
}

function withSingleMarks(title: string): string {
  /** Marks that stand low („Wort“) are closed by the one that opens elsewhere. */
  let low = 0;
  return title.replace(/[“”„"]/g, (char, at: number) => {
    const before = title[at - 1] ?? ' ';
    const after = title[at + 1] ?? ' ';
    // Hebrew writes acronyms so.
    if (char === '"' && IN_WORD.test(before) && IN_WORD.test(after)) return char;
    // Swedish and Finnish open with the mark that closes elsewhere.
    const opens = char === '„' || (OPENS_BEHIND.test(before) && !/\s/u.test(after)) || (char === '“' && low === 0);
    if (char === '„') low++;
    else if (low > 0 && (char === '“' || !opens)) {
      low--;
      return '’';
    }
    return opens ? '‘' : '’';
  });
}
