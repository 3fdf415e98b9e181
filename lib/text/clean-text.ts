const BIDI_CONTROL = /\p{Bidi_Control}/gu;
const CONTROL = /\p{Cc}+/gu;
const CONTROL_BUT_BREAKS = /[^\P{Cc}\n\t]/gu;

/**
 * A name or headline fit to be shown on one line: no bidi controls (a right-to-left override can make a headline read as
 * another), no control characters, white space folded, lone surrogates replaced. Idempotent.
 */
export function cleanLine(text: string): string {
  return text.toWellFormed().replace(BIDI_CONTROL, '').replace(CONTROL, ' ').replace(/\s+/gu, ' ').trim();
}

/** Running text: as `cleanLine`, but tabs and line feeds stay; CR LF and CR become LF. Idempotent. */
export function cleanParagraphs(text: string): string {
  return text
    .toWellFormed()
    .replace(BIDI_CONTROL, '')
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROL_BUT_BREAKS, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
