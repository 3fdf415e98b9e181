import { cleanLine } from '../text/clean-text.ts';
import { MAX_CHARS, MAX_ITEMS } from './limits.ts';
import { textOfHtml } from './plain-text.ts';

const WORD = /[^\s<>()"',;]+/g;

/**
 * The name in what a feed says of an author: "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>". Null where it only gives
 * a mail address or a web address: neither is a name.
 */
export function personName(text: string): string | null {
  // "<jane@example.org>" is no tag.
  const line = cleanLine(textOfHtml(text.slice(0, MAX_CHARS.line).replace(/<([^<>\s]*@[^<>\s]*)>/g, ' $1 ')));
  const name = line.includes('@') ? line.replace(WORD, (word) => (word.includes('@') ? '' : word)).replace(/[()<>]/g, ' ') : line;
  const tidy = cleanLine(name).replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
  return tidy === '' || /^https?:\/\/\S+$/i.test(tidy) ? null : tidy;
}

/** The authors a feed states, each name once, in their order. */
export function authorsOf(stated: string[]): { name: string }[] {
  const authors = new Map<string, { name: string }>();
  for (const text of stated.slice(0, MAX_ITEMS)) {
    const name = personName(text);
    if (name !== null && !authors.has(name.toLowerCase())) authors.set(name.toLowerCase(), { name });
  }
  return [...authors.values()];
}
