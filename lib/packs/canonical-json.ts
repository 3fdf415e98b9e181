/** Deepest nesting that is written; a manifest has three levels. */
const MAX_DEPTH = 32;

/**
 * A JSON value in the one form of RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by UTF-16 code units, numbers
 * and strings as ECMAScript writes them. Null for a value nested deeper than 32 levels.
 */
export function canonicalJson(value: unknown, depth = 0): string | null {
  if (depth > MAX_DEPTH) return null;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const keys = isList ? value.keys() : Object.keys(value).sort();
  const parts: string[] = [];
  for (const key of keys) {
    const part = canonicalJson((value as Record<string | number, unknown>)[key], depth + 1);
    if (part === null) return null;
    parts.push(isList ? part : `${JSON.stringify(key)}:${part}`);
  }
  return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}
