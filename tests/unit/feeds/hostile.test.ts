import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../lib/feeds/read-feed.ts';
import { feedOf, itemOf, problemsOf, reading } from './documents.ts';

describe('broken XML', () => {
  it('is read as far as it goes', () => {
    const cut = '<rss><channel><title>T</title><item><title>One</title></item><item><title>Tw';
    expect(feedOf(cut).entries.map(({ title }) => title)).toEqual(['One', 'Tw']);
    expect(problemsOf(cut)).toEqual(['cut-short']);
  });

  it('does not lose items that are never closed, or tags that are closed wrongly', () => {
    const text = '<rss><channel><item><title>One</title><item><title>Two</b></title></item></channel></rss>';
    expect(feedOf(text).entries.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(problemsOf(text)).toEqual(['broken-xml']);
  });

  it('reads unescaped HTML, ampersands and entities of HTML', () => {
    expect(itemOf('<title>AT&T &nbsp;&mdash; a < b</title><description><p>One<br>Two</p><img src=x></description>')).toMatchObject({
      title: 'AT&T — a < b',
      summary: 'One\nTwo',
    });
  });

  it('passes over what stands before the feed', () => {
    expect(feedOf('\n\n<br />\n<b>Warning</b>: on line 3<?xml version="1.0"?><rss><channel><title>T</title></channel></rss>').title).toBe(
      'T',
    );
  });
});

describe('entities', () => {
  it('expands plain ones and refuses the rest', () => {
    const doctype =
      '<!DOCTYPE rss [<!-- don\'t --><!ENTITY name "Courier &#38; Co"><!ENTITY two "&name;&name;"><!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % p "x">]>';
    const text = `<?xml version="1.0"?>${doctype}<rss><channel><title>&name; &two; &file;</title></channel></rss>`;
    expect(feedOf(text.replace('Courier &#38; Co', 'Courier')).title).toBe('Courier &two; &file;');
    expect(problemsOf(text)).toEqual(['entity-refused']);
  });

  it('does not let them grow beyond the document', () => {
    const text = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(499)}">]><rss><channel><title>${'&a;'.repeat(1000)}</title><description>${'&a;'.repeat(10_000)}</description></channel></rss>`;
    expect(JSON.stringify(reading(text)).length).toBeLessThan(3 * text.length);
    expect(problemsOf(text)).toContain('entity-refused');
  });
});

describe('addresses', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.example/', 'java\nscript:x'])(
    '%s is none',
    (address) => {
      expect(itemOf(`<link>${address}</link><guid>${address}</guid>`).url).toBeNull();
      expect(problemsOf(`<rss><channel><item><link>${address}</link></item></channel></rss>`)).toEqual(['bad-address']);
    },
  );

  it('ignores a base that is none', () => {
    const url = 'https://a.example/f/feed.xml';
    expect(
      feedOf('<feed xml:base="javascript:x" xmlns="http://www.w3.org/2005/Atom"><entry><link href="e"/></entry></feed>', { url }).entries[0]
        ?.url,
    ).toBe('https://a.example/f/e');
  });
});

/** Each grows without end; time must grow with it, and no faster. */
const GROWING: [string, (size: number) => string][] = [
  ['deep elements', (n) => `<rss><channel>${'<a>'.repeat(n)}`],
  ['deep elements, closed wrongly', (n) => `<rss><channel>${'<a>'.repeat(n)}${'</b>'.repeat(n)}`],
  ['items never closed', (n) => `<rss><channel>${'<item>'.repeat(n)}`],
  ['attributes', (n) => `<rss ${'a="b" '.repeat(n)}>`],
  ['prefixes', (n) => `<rss>${'<a xmlns:b="c">'.repeat(n)}`],
  ['comments never closed', (n) => `<rss><channel><item><description>${'&lt;!--'.repeat(n)}`],
  ['tags never closed', (n) => `<rss><channel><item><description>${'&lt;a '.repeat(n)}`],
  ['scripts', (n) => `<rss><channel><item><description>${'&lt;script&gt;'.repeat(n)}`],
  ['ampersands', (n) => `<rss><channel><item><title>${'&'.repeat(n)}`],
  ['white space', (n) => `<rss><channel><item><title>&lt;a${' '.repeat(n)}`],
  ['CDATA', (n) => `<rss><channel><item><description>${'<![CDATA[x]]>'.repeat(n)}`],
  ['authors', (n) => `<rss><channel><item>${`<author>${'a'.repeat(90)};@</author>`.repeat(n / 50)}`],
  ['dates', (n) => `<rss><channel><item>${`<pubDate>${'1 '.repeat(39)}</pubDate>`.repeat(n / 50)}`],
  ['JSON brackets', (n) => `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(n)}`],
  ['declarations', (n) => `<!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(n)}`],
];

describe('growth', () => {
  /** Processor time of this thread, the least of three: what a busy machine adds says nothing. */
  const timeOf = (text: string): number => {
    const times = [0, 1, 2].map(() => {
      const before = process.threadCpuUsage();
      readFeed(text);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  };

  it.each(GROWING)('%s', (_name, make) => {
    const size = 10_000;
    timeOf(make(size));
    // Sixteen times the text: sixteen times as long, were it not for noise; 256 times, were it the square.
    const small = Math.max(timeOf(make(size)), 4);
    expect(timeOf(make(16 * size))).toBeLessThan(100 * small);
  });

  it('keeps to its depth and to its number of entries', () => {
    expect(problemsOf(`<rss><channel>${'<a>'.repeat(5000)}`)).toContain('too-deep');
    const many = `<urlset>${'<url/>'.repeat(100_010)}</urlset>`;
    expect(feedOf(many).entries).toHaveLength(100_000);
    expect(problemsOf(many)).toEqual(['too-many-entries']);
  });
});
