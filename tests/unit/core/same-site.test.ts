import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameSite } from '../../../lib/core/same-site.ts';

describe('isSameSite', () => {
  it.each([
    ['example.com', 'feeds.example.com'],
    ['news.example.com', 'feeds.example.com'],
    ['bbc.co.uk', 'feeds.bbc.co.uk'],
    ['ft.com', 'ep40.ft.com'],
    ['pravda.com.ua', 'blogs.pravda.com.ua'],
    ['news.example.kyiv.ua', 'example.kyiv.ua'],
    ['localhost', 'localhost'],
  ])('%s and %s are one publisher', (a, b) => {
    expect([isSameSite(a, b), isSameSite(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['example.com', 'example.org'],
    ['ample.com', 'example.com'],
    ['bbc.co.uk', 'itv.co.uk'],
    ['pravda.com.ua', 'censor.com.ua'],
    ['alpha.substack.com', 'beta.substack.com'],
    ['alpha.substack.com', 'substack.com'],
    ['one.github.io', 'two.github.io'],
    ['one.blogspot.de', 'two.blogspot.de'],
    ['one.tistory.com', 'two.tistory.com'],
    ['interieur.gouv.fr', 'sante.gouv.fr'],
    ['one.kyiv.ua', 'two.kyiv.ua'],
  ])('%s and %s are not', (a, b) => {
    expect([isSameSite(a, b), isSameSite(b, a)]).toEqual([false, false]);
  });

  it('is the same both ways, whatever the text', () => {
    const host = fc.string({ unit: fc.constantFrom('a', 'b', '.', 'substack.com') });
    fc.assert(fc.property(host, host, (a, b) => isSameSite(a, b) === isSameSite(b, a)));
  });
});
