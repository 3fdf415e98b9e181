import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { escapeNonAscii } from '../../../scripts/ascii-chunks.ts';
import { leanWrapper } from '../../../scripts/lean-entry.ts';
import { lean } from '../../../scripts/lean-readability.ts';
import { PROJECT_ROOT } from '../../support/source-files.ts';

const installed = (path: string): string => readFileSync(join(PROJECT_ROOT, 'node_modules', path), 'utf8');

describe('lean builds', () => {
  it("leave WXT's wrapper of an injected script its call and its result", () => {
    const code = leanWrapper(installed('wxt/dist/virtual/unlisted-script-entrypoint.mjs'));
    expect(code.trim().split('\n')).toEqual([
      expect.stringMatching(/^import definition from /),
      'const result = definition.main();',
      'export { result as default };',
    ]);
    expect(() => leanWrapper('export default 1;')).toThrow('the wrapper has changed');
  });

  it('leave out the methods of the library that never run, and no other', () => {
    const whole = installed('@mozilla/readability/Readability.js');
    const code = lean(whole);
    expect(code.length).toBeLessThan(whole.length * 0.85);
    expect(code).not.toMatch(/^ {2}_getJSONLD\(|this\.log\("/m);
    expect(code).toMatch(/^ {2}_grabArticle\(/m);
    expect(() => new Function('module', code)).not.toThrow();
    expect(() => lean(code)).toThrow('_getJSONLD is gone');
  });

  it('are ASCII and mean the same', () => {
    const code = "({ größe: 'ŧ😀', is: (t) => /^[а-яё😀]+$/u.test(t), say: () => `«x»` })";
    const ascii = escapeNonAscii(code);
    expect(ascii).toMatch(/^[\0-\x7f]+$/);
    const [one, other] = [code, ascii].map((text) => new Function(`return ${text}`)());
    expect(Object.keys(other)).toEqual(Object.keys(one));
    expect(other.größe).toBe('ŧ😀');
    for (const text of ['ё😀', 'я', 'z', '😁']) expect(other.is(text), text).toBe(one.is(text));
    expect(other.say('x')).toBe('«x»');
    expect(() => escapeNonAscii('String.raw`\\d\\`é`')).toThrow('String.raw');
    expect(() => escapeNonAscii('/a\\–b/')).toThrow('backslash');
  });
});
