import { describe, expect, it } from 'vitest';
import { extract, pageSource } from './page.ts';

const PROSE =
  '<p>The council met on Monday evening and agreed to publish the long report that residents had been asking for since the spring.</p>';
const TITLE = '<h1>Council votes for the new tram line</h1>';

function dateOf(body: string): string | null {
  return extract(pageSource(body), 'https://hill.example/news/council-votes').datePublished;
}

describe('dates below the text', () => {
  it.each([
    [
      'a footer of the article',
      'node',
      '<footer class="node__meta">By Ann Lee <time datetime="2026-03-10T09:30:00Z">10 March 2026</time></footer>',
    ],
    [
      'a footer of the entry',
      'hentry',
      '<footer class="entry-footer"><time class="entry-date published" datetime="2026-03-10T09:30:00Z">10 March 2026</time></footer>',
    ],
    [
      'a footer of the post',
      'post hentry',
      '<div class="post-footer"><abbr class="published" title="2026-03-10T09:30:00Z">9:30</abbr></div>',
    ],
  ])('reads the one in %s', (_what, label, footer) => {
    expect(dateOf(`<article class="${label}">${TITLE}${PROSE.repeat(4)}${footer}</article>`)).toBe('2026-03-10T09:30:00Z');
  });

  it('reads none of comments, of other reports or of the site', () => {
    const time = '<time datetime="2026-03-10T09:30:00Z">10 March 2026</time>';
    const comment = `<article class="reaction"><footer>${time}</footer><p>I like it.</p></article>`;
    const related = `<footer class="entry-footer"><div class="related-posts">${time}</div></footer>`;
    expect(dateOf(`<article>${TITLE}${PROSE.repeat(4)}${comment}${related}</article><footer>${time}</footer>`)).toBeNull();
  });
});

describe('a labelled line around a time element', () => {
  const time = '<time datetime="2026-03-10T09:30:00+01:00">March 10, 2026</time>';

  it.each([
    ['the block editor', `<div class="wp-block-post-date">${time}</div>`],
    ['a list of details', `<dl><dd class="published">Published: ${time}</dd></dl>`],
  ])('of %s gives the moment', (_what, line) => {
    expect(dateOf(`<article>${TITLE}${line}${PROSE.repeat(4)}</article>`)).toBe('2026-03-10T09:30:00+01:00');
  });

  it('gives no moment of a change, nor of another report of the day', () => {
    const line =
      '<div class="published-date">March 10, 2026 <time class="updated" datetime="2026-03-10T19:00:00Z">March 10, 2026</time></div>';
    const other = '<p class="meta">Bridge closed <time datetime="2026-03-10T06:00:00Z">10 March</time></p>';
    expect(dateOf(`<article>${TITLE}${line}${PROSE.repeat(4)}</article>${other}`)).toBe('2026-03-10');
  });
});
