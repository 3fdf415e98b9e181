import { describe, expect, it } from 'vitest';
import { extract, pageSource } from './page.ts';

const URL = 'https://hill.example/news/council-votes-for-the-new-tram-line';
const prose = (subject: string): string =>
  `<p>${subject} was discussed for three hours on Monday evening, and most of those who spoke were in favour of it.</p>`.repeat(5);

describe('headline', () => {
  const headlineOf = (heading: string, title: string): string | null =>
    extract(pageSource(`<article>${heading}${prose('The tram line')}</article>`, `<title>${title}</title>`), URL).headline;

  it.each([
    [
      'the line above it',
      '<h1><span class="overline">City council</span> New tram line wins the vote</h1>',
      'New tram line wins the vote | Hill',
    ],
    ['a date', '<h1><time>Jun 17</time> New tram line wins the vote</h1>', 'New tram line wins the vote'],
    [
      'the site as first heading',
      '<h1><a href="/">Hill Town Diary</a></h1><h2>New tram line wins the vote</h2>',
      'Hill Town Diary » New tram line wins the vote',
    ],
    ['another title than stated', '<h1>New tram line wins the vote</h1>', 'Trams: all you need to know'],
  ])('leaves out %s', (_what, heading, title) => {
    expect(headlineOf(heading, title)).toBe('New tram line wins the vote');
  });
});

describe('dates shown', () => {
  const datesOf = (body: string): [string | null, string | null] => {
    const { datePublished, dateModified } = extract(pageSource(body, '<title>New tram line wins the vote</title>'), URL);
    return [datePublished, dateModified];
  };

  it('prefers the date just before the headline to one of the next report', () => {
    const next = '<div class="more"><time datetime="2026-02-02">2 Feb</time></div>';
    expect(
      datesOf(`<div><time datetime="2026-03-04">4 March 2026</time></div><h1>New tram line wins the vote</h1>${next}${prose('It')}`),
    ).toEqual(['2026-03-04', null]);
  });

  it('reads dates in builders’ widgets, in short asides and in headers called breadcrumbs', () => {
    const date = '<span class="date">4 March 2026</span>';
    for (const holder of [
      `<div class="elementor-widget-container">${date}</div>`,
      `<aside>${date}</aside>`,
      `<div class="headline-box breadcrumbs">${date}</div>`,
    ])
      expect(datesOf(`<article><h1>New tram line wins the vote</h1>${holder}${prose('It')}</article>`)[0]).toBe('2026-03-04');
  });

  it('takes a line that only says when the page was changed for that', () => {
    expect(datesOf(`<article><h1>New tram line wins the vote</h1><p>Updated 4 March 2026</p>${prose('It')}</article>`)).toEqual([
      null,
      '2026-03-04',
    ]);
  });
});

describe('several reports on one page', () => {
  it('keeps the text of the first apart from those that follow', () => {
    const next = `<article><h2>Market moves to the quay</h2><time datetime="2026-03-05">5 March</time>${prose('The market')}</article>`;
    const snapshot = extract(
      pageSource(
        `<article><h1>New tram line wins the vote</h1>${prose('The tram line')}</article>${next}`,
        '<title>New tram line wins the vote</title>',
      ),
      URL,
    );
    expect(snapshot.paragraphs.join(' ')).toContain('The tram line');
    expect(snapshot.paragraphs.join(' ')).not.toContain('The market');
    expect(snapshot.also).toEqual([
      { headline: 'Market moves to the quay', text: expect.stringContaining('The market'), datePublished: '2026-03-05' },
    ]);
  });

  it('reads the entries of a live blog', () => {
    const live = {
      '@type': ['LiveBlogPosting', 'NewsArticle'],
      headline: 'New tram line wins the vote',
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'Doors open',
          articleBody: 'The doors of the hall are open now.',
          datePublished: '2026-03-04T18:00:00Z',
        },
        { '@type': 'BlogPosting', articleBody: 'Counting of the votes has begun.', datePublished: '2026-03-04T19:00:00Z' },
      ],
    };
    const { also } = extract(
      pageSource(
        `<article><h1>New tram line wins the vote</h1>${prose('The tram line')}</article>`,
        `<script type="application/ld+json">${JSON.stringify(live)}</script>`,
      ),
      URL,
    );
    expect(also).toEqual([
      { headline: 'Doors open', text: 'The doors of the hall are open now.', datePublished: '2026-03-04T18:00:00Z' },
      { headline: null, text: 'Counting of the votes has begun.', datePublished: '2026-03-04T19:00:00Z' },
    ]);
  });

  it('puts the beginning that stands in a box of its own before the rest', () => {
    const part = (subjects: string[]): string =>
      `<section><div class="row"><div class="story-text">${subjects.map(prose).join('')}</div></div></section>`;
    const { paragraphs } = extract(
      pageSource(
        `<main><h1>New tram line wins the vote</h1>${part(['The opening'])}<section class="promo"><ul><li>x</li></ul></section>${part(['The tram line', 'The quay', 'The market'])}</main>`,
        '<title>New tram line wins the vote</title>',
      ),
      URL,
    );
    expect(paragraphs[0]).toMatch(/^The opening/);
    expect(paragraphs.some((text) => text.startsWith('The market'))).toBe(true);
  });
});
