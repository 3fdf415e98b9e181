import { describe, expect, it } from 'vitest';
import { extract, pageSource } from './page.ts';

const PARAGRAPH = '<p>The council met on Monday and agreed to publish the report that residents had asked for since the spring.</p>';

/** Processor time of this thread, and the lesser of two: what a busy machine and other tests add says nothing. */
function spentMs(source: string, times: number): number {
  return Math.min(
    ...Array.from({ length: 2 }, () => {
      const before = process.threadCpuUsage();
      for (let n = 0; n < times; n++) extract(source, 'https://hill.example/news/a');
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

describe('a page of sixteen times the size', () => {
  it.each<[string, (n: number) => string]>([
    ['attributes of one element', (n) => `<div ${Array.from({ length: 20 * n }, (_, i) => `a${i}`).join(' ')}>x</div>`],
    ['bodies with an attribute each', (n) => Array.from({ length: 20 * n }, (_, i) => `<body a${i}>`).join('')],
    ['letters in bold in a table', (n) => `<table>${'a<b>'.repeat(8 * n)}`],
    ['lists in lists', (n) => '<ul><li>an item'.repeat(2 * n)],
    ['items of one list', (n) => `<ul>${'<li>an item'.repeat(4 * n)}</ul>`],
    ['tables in tables', (n) => '<table><tr><td>a cell'.repeat(2 * n)],
    ['paragraphs in boxes in boxes', (n) => `<div>${PARAGRAPH}`.repeat(2 * n)],
    ['names of authors in names', (n) => '<span itemprop="author">x'.repeat(4 * n)],
    ['shadow roots', (n) => '<div><template shadowrootmode="open">y<slot></slot></template>x</div>'.repeat(2 * n)],
    ['shadow roots in shadow roots', (n) => '<div><template shadowrootmode="open">y<slot>'.repeat(2 * n)],
    [
      'slots of one shadow root',
      (n) => {
        const each = (write: (i: number) => string): string => Array.from({ length: 4 * n }, (_, i) => write(i)).join('');
        return `<div><template shadowrootmode="open">${each((i) => `<slot name="s${i}"></slot>`)}</template>${each((i) => `<b slot="s${i}">x</b>`)}</div>`;
      },
    ],
  ])(
    'takes what sixteen take: %s',
    (_, write) => {
      const [one, sixteen] = [pageSource(write(40) + PARAGRAPH), pageSource(write(640) + PARAGRAPH)];
      // Sixteen times that, were it the square.
      expect(spentMs(sixteen, 1)).toBeLessThan(4 * spentMs(one, 16) + 50);
    },
    60_000,
  );

  it.each<[string, (n: number) => string]>([
    ['a dateline of hyphens', (n) => `<p>${'A-'.repeat(n)}</p>`],
    ['comments in a value', (n) => `<meta property="article:tag" content="${'&lt;!--'.repeat(25 * n)}">`],
    ['scripts in a value', (n) => `<meta property="article:tag" content="${'&lt;script'.repeat(25 * n)}">`],
    ['addresses in a byline', (n) => `<p class="byline">By ${'a@'.repeat(2 * n)}</p>`],
  ])(
    'takes little more where what grows is %s',
    (_, write) => {
      const [one, sixteen] = [pageSource(write(5) + PARAGRAPH), pageSource(write(80) + PARAGRAPH)];
      expect(spentMs(sixteen, 1)).toBeLessThan(4 * spentMs(one, 16) + 50);
    },
    60_000,
  );

  it('is read all the same, however deep its text lies', () => {
    const { paragraphs } = extract(pageSource(`${'<div>'.repeat(9_000)}${PARAGRAPH}`), 'https://hill.example/');
    expect(paragraphs.join('')).toContain('The council met');
  });
});
