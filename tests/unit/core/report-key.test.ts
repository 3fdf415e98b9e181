import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../lib/core/canonical-url.ts';
import { reportKey } from '../../../lib/core/report-key.ts';

const STORY = 'courier.example/2026/01/pier-closed';

describe('reportKey', () => {
  it.each([
    'https://www.courier.example/2026/01/pier-closed',
    'http://courier.example/2026/01/pier-closed/?utm_source=feed#comments',
    'https://m.courier.example/2026/01/pier-closed',
    'https://mobile.courier.example/2026/01/pier-closed',
    'https://touch.courier.example/2026/01/pier-closed',
    'https://amp.courier.example/2026/01/pier-closed',
    'https://www.amp.courier.example/2026/01/pier-closed',
    'https://www.courier.example/2026/01/pier-closed/amp',
    'https://www.courier.example/2026/01/pier-closed/amp/',
    'https://www.courier.example/2026/01/pier-closed/amp/index.html',
    'https://www.courier.example/2026/01/pier-closed/amp.html',
    'https://www.courier.example/amp/2026/01/pier-closed',
    'https://www.courier.example/2026/01/pier-closed.amp',
    'https://www.courier.example/2026/01/pier-closed?amp',
    'https://www.courier.example/2026/01/pier-closed?amp=1',
    'https://www.courier.example/2026/01/pier-closed?outputType=amp',
    'https://www.courier.example/2026/01/pier-closed?mobile=1&fbclid=x',
    'https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/2026/01/pier-closed/amp',
    'https://www-courier-example.cdn.ampproject.org/v/s/www.courier.example/2026/01/pier-closed?amp_js_v=0.1&usqp=mq331AQ',
    'https://courier-example.cdn.ampproject.org/c/courier.example/2026/01/pier-closed',
    'https://www.google.com/amp/s/www.courier.example/2026/01/pier-closed/amp/',
    'https://www.google.co.uk/amp/s/amp.courier.example/2026/01/pier-closed',
  ])('%s is the one story', (given) => expect(reportKey(given)).toBe(STORY));

  it.each([
    ['https://courier.example/story.amp.html', 'courier.example/story.html'],
    ['https://en.m.lexicon.example/wiki/Pier', 'en.lexicon.example/wiki/Pier'],
    ['https://courier.example/?id=7&amp=1', 'courier.example/?id=7'],
  ])('%s becomes %s', (given, expected) => expect(reportKey(given)).toBe(expected));

  it.each([
    ['https://courier.example/amp', 'a page about amplifiers'],
    ['https://courier.example/2026/01/pier-closed-amp', 'a slug that ends alike'],
    ['https://courier.example/2026/01/pier-closed?amp=40', 'a current in amperes'],
    ['https://courier.example/2026/01/pier-closed?output=pdf', 'another output'],
    ['https://ru.courier.example/2026/01/pier-closed', 'another edition'],
    ['https://courier.example/2026/01/pier-closed/2', 'another page'],
    ['https://other.example/2026/01/pier-closed', 'another site'],
    ['https://courier.example/#/story/2', 'a page of an application'],
    ['https://courier.example/?edition=uk#!story/2', 'the same, behind a question'],
  ])('%s (%s) stays by itself', (given) => expect(reportKey(given)).toBe(given.replace('https://', '')));

  it('leaves hosts of two labels alone: m.example is a site of its own', () => {
    expect(reportKey('https://m.example/a')).toBe('m.example/a');
    expect(reportKey('https://amp.example/a')).toBe('amp.example/a');
  });

  it('takes no other site for a cache, and nothing but web addresses out of one', () => {
    expect(reportKey('https://evil.example/amp/s/www.courier.example/a')).toBe('evil.example/s/www.courier.example/a');
    expect(reportKey('https://www.google.com/amp/s/javascript:alert(1).x/a')).toBe('google.com/s/javascript:alert(1).x/a');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '', null, 7])('has none for %j', (given) => expect(reportKey(given)).toBeNull());

  it('never throws, and is the same with and without "www."', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (text) => {
        const key = reportKey(text);
        if (key !== null && canonicalUrl(text) === text) expect(reportKey(text.replace('//', '//www.'))).toBe(key);
      }),
    );
  });
});
