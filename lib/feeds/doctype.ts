import type { ProblemLog } from './problems.ts';

/** What may stand before a document type. */
const BEFORE = /^(?:\s|<\?(?:(?!\?>)[\s\S])*\?>|<!--(?:(?!-->)[\s\S])*-->)*<!doctype\b/i;
/** Characters in which a document type must begin, and how long it may be. */
const SEARCH_CHARS = 4_000;
const MAX_CHARS = 100_000;
const MAX_ENTITIES = 100;
const MAX_VALUE_CHARS = 500;

/** A document without its document type, and the entities that one declares. */
export interface WithoutDoctype {
  text: string;
  /** Only values that are plain text: no markup, no further entities. */
  entities: ReadonlyMap<string, string>;
}

/**
 * Takes the document type out of an XML document and reads its entities. External ones, those built of others and long ones are
 * refused and counted as `entity-refused`: nothing is ever fetched, and nothing can multiply.
 */
export function takeDoctype(text: string, problems: ProblemLog): WithoutDoctype {
  const entities = new Map<string, string>();
  const before = BEFORE.exec(text.slice(0, SEARCH_CHARS))?.[0].length ?? 0;
  const start = before - '<!doctype'.length;
  const end = before === 0 ? -1 : endOfDoctype(text, start);
  if (end < 0) return { text, entities };
  const declared = /<!ENTITY\s+(%\s*)?([\w.:-]{1,60})\s+(?:"([^"]*)"|'([^']*)'|[^>]*)\s*>/g;
  for (const [, parameter, name, double, single] of text.slice(start, end).matchAll(declared)) {
    const value = plainValue(double ?? single);
    if (parameter === undefined && name !== undefined && value !== null && entities.size < MAX_ENTITIES) {
      if (!entities.has(name)) entities.set(name, value);
    } else problems.add('entity-refused');
  }
  return { text: text.slice(0, start) + text.slice(end), entities };
}

/** Index behind the `>` that ends the document type, or -1 where none does. */
function endOfDoctype(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_CHARS);
  let quote = '';
  let inSubset = false;
  for (let at = start; at < limit; at++) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '<' && text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end < 0) return -1;
      at = end + 2;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '[') inSubset = true;
    else if (char === ']') inSubset = false;
    else if (char === '>' && !inSubset) return at + 1;
  }
  return -1;
}

/** The value with its character references read; null where it is no plain text. */
function plainValue(value: string | undefined): string | null {
  if (value === undefined || value.length > MAX_VALUE_CHARS) return null;
  const text = value.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_all, hex, decimal) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return /[&<%]/.test(text) ? null : text;
}
