/** Deepest nesting that is written; ours has a handful of levels. */
const MAX_DEPTH = 32;

/**
 * A JSON value in the one form of RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by UTF-16 code units, numbers
 * and strings as ECMAScript writes them; undefined members are left out. Throws RangeError for a value nested deeper than 32 levels.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}
