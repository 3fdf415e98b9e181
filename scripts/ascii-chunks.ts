import type { Plugin } from 'vite';

/**
 * Vite plugin: every character beyond ASCII is written as an escape. Chromium decodes a service worker's whole text at each wake, also where its
 * code is cached: a quarter of a megabyte of pure ASCII in a moment, with letters of other scripts in some 14 ms (two cores, cold).
 */
export function asciiChunks(): Plugin {
  return {
    name: 'ascii-chunks',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = escapeNonAscii(chunk.code);
    },
  };
}

/**
 * Code that does the same in ASCII: an escape means its character in strings, templates, names and regular expressions. Throws where it would
 * not: on other characters in a `String.raw` template, or behind a backslash.
 */
export function escapeNonAscii(code: string): string {
  const raw = /String\.raw`[^`\\]*(?:\\.[^`\\]*)*`/gs;
  for (const [template] of code.matchAll(raw))
    if (/[^\0-\x7f]/.test(template)) throw new Error(`ascii-chunks: write \\u escapes in ${template.slice(0, 80)}`);
  const escaped = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.exec(code);
  if (escaped)
    throw new Error(`ascii-chunks: no backslash is needed at ${code.slice(Math.max(0, escaped.index - 40), escaped.index + 40)}`);
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
