/** A piece of a printed citation. */
export interface TextRun {
  text: string;
  italic?: true;
  /** Where the piece leads, http(s). */
  url?: string;
}

/** The runs as plain text. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The runs as HTML: text escaped, italics as `i`, links only to http(s). */
export function richText(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, italic, url }) => {
      const inner = italic ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text);
      return url === undefined || !/^https?:\/\//i.test(url) ? inner : `<a href="${escapeHtml(url)}">${inner}</a>`;
    })
    .join('');
}

/**
 * Text that can stand between tags and in quoted attributes. Characters that HTML knows no way to write (controls) become spaces; marks that turn the
 * direction of what follows are closed by the element they stand in (`bdi`).
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Cc}]/gu, (char) => (char === '\n' || char === '\t' ? char : ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** One line of text: white space and controls are single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The full stop that a text still needs, which may be none: names of outlets end in marks of their own ("Yahoo!", "Inc."). */
export function stopAfter(text: string): '.' | '' {
  return ended(text) === text ? '' : '.';
}

/** A sentence ends once: nothing is added behind a mark that ends one in any script. */
export function ended(text: string, mark = '.'): string {
  return /[.?!…。！？؟।][”’"')\]»]*$/u.test(text) ? text : `${text}${mark}`;
}
