import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, parseWebUrl } from '../../../lib/core/canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['http://News.Example/a/', 'https://news.example/a'],
    ['https://news.example/a?utm_source=x&b=2&a=1#top', 'https://news.example/a?a=1&b=2'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['https://news.example/?fbclid=1', 'https://news.example/'],
    ['https://новини.example/стаття', 'https://xn--b1amarcd.example/%D1%81%D1%82%D0%B0%D1%82%D1%82%D1%8F'],
    ['https://app.example/#/story/2/', 'https://app.example/#/story/2'],
    ['https://app.example/?utm_source=x#!story', 'https://app.example/#!story'],
    ['https://app.example/#/', 'https://app.example/'],
    ['https://app.example/#!', 'https://app.example/'],
  ])('%s becomes %s', (given, expected) => expect(canonicalUrl(given)).toBe(expected));

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'chrome://version',
    'mailto:a@b',
    '',
    'not an address',
    null,
    7,
    {},
  ])('refuses %j', (given) => expect(canonicalUrl(given)).toBeNull());

  it('resolves against a base', () => expect(canonicalUrl('../b', 'https://news.example/a/c')).toBe('https://news.example/b'));

  it('is idempotent and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (text) => {
        const once = canonicalUrl(text);
        expect(once === null ? null : canonicalUrl(once)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '!', 'a', '#', '?') }), (fragment) => {
        const once = canonicalUrl(`https://app.example/#${fragment}`);
        expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });

  it('keeps the address as given where it may be shown', () =>
    expect(parseWebUrl('http://news.example/a?utm_source=x#y')?.href).toBe('http://news.example/a?utm_source=x#y'));

  it('refuses an address of absurd length', () => expect(parseWebUrl(`https://news.example/${'a'.repeat(5000)}`)).toBeNull());
});
