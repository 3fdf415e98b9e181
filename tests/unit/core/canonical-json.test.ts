import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../lib/core/canonical-json.ts';

describe('canonicalJson', () => {
  it.each([
    ['{ "b": [1, 2.50, 1e21, -0], "a": null }', '{"a":null,"b":[1,2.5,1e+21,0]}'],
    // RFC 8785, 3.2.3: UTF-16 code units decide, so a surrogate pair stands before U+FB33.
    [
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew","1":"One","\\ud83d\\ude00":"Smiley","\\u0080":"Control","\\u00f6":"o"}',
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro Sign","\u{1f600}":"Smiley","\ufb33":"Hebrew"}',
    ],
    ['"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['{"__proto__":{"b":1,"a":2},"10":1,"9":2}', '{"10":1,"9":2,"__proto__":{"a":2,"b":1}}'],
  ])('writes %s in its one form', (text, expected) => {
    expect(canonicalJson(JSON.parse(text))).toBe(expected);
  });

  it('means the same, and is its own canonical form (property)', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const canonical = canonicalJson(JSON.parse(text));
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
        // JSON knows no -0.
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(JSON.parse(text))));
      }),
    );
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ b: undefined, a: [{ c: undefined }] })).toBe('{"a":[{}]}');
  });

  it('gives up on what is nested too deeply, without overflowing', () => {
    expect(canonicalJson(JSON.parse(`${'['.repeat(32)}${']'.repeat(32)}`))).toHaveLength(64);
    expect(() => canonicalJson(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toThrow('nested too deeply');
  });
});
