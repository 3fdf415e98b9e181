/** Characters of a note that a row shows. */
const SHOWN = 160;

/** The beginning of a note as one line of plain words: without the marks of Markdown, links by their text. */
export function noteBeginning(text: string): string {
  return text
    .slice(0, SHOWN * 4)
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>+|[-*+](?: \[[ xX]\])?|\d+[.)])[ \t]+/gmu, '')
    .replace(/(\*\*|__|~~|`+)(\S(?:[^\n]*?\S)?)\1/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, SHOWN);
}
