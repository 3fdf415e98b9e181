import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../lib/text/language.ts';
import { runs } from '../../support/runs.ts';
import { extract, fixture, pageSource } from './page.ts';

const PARAGRAPH = '<p>The council met on Monday and agreed to publish the report that residents had asked for since the spring.</p>';

describe('the canonical address', () => {
  const OWN = 'https://www.courier.example/city/pier-closed-for-repairs?id=7';
  const urlOf = (head: string, own = OWN) => extract(pageSource(PARAGRAPH.repeat(4), head), own).url;
  const link = (href: string) => `<link rel="canonical" href="${href}">`;

  it.each([
    ['/city/pier-closed-for-repairs', 'https://www.courier.example/city/pier-closed-for-repairs'],
    ['https://news.courier.example/2026/pier#top', 'https://news.courier.example/2026/pier'],
  ])('is the stated one, of the same site: %s', (href, expected) => expect(urlOf(link(href))).toBe(expected));

  it.each([
    ['another site’s: a reprint is no original', 'https://www.post.example/city/pier-closed-for-repairs'],
    ['the front page', 'https://www.courier.example/'],
    ['the section', '/city/'],
    ['a template’s leavings', '/city/undefined'],
    ['a script', 'javascript:alert(1)'],
  ])('is the page’s own where the stated one is %s', (_, href) => {
    expect(urlOf(link(href))).toBe(OWN);
    expect(urlOf(`<meta property="og:url" content="${href}">`)).toBe(OWN);
  });

  it('is none of several that differ, but one that is stated twice', () => {
    const stated = link('/city/pier-closed');
    expect(urlOf(stated + link('/city/ponies'))).toBe(OWN);
    expect(urlOf(stated + link('https://courier.example/city/pier-closed/'))).toBe('https://www.courier.example/city/pier-closed');
  });

  it('is the page’s own where an application names its pages behind the "#", and states its document or another page', () => {
    const story = 'https://app.courier.example/#/story/2';
    expect(urlOf(link('https://app.courier.example/'), story)).toBe(story);
    expect(urlOf(link('https://app.courier.example/story/2'), story)).toBe('https://app.courier.example/story/2');
    expect(urlOf(link('https://app.courier.example/#/story/2'), story)).toBe(story);
    // A picture of an article is the article.
    expect(urlOf(link('/city/pier-closed-for-repairs?id=7'), `${OWN}#/photo/3`)).toBe(OWN);
  });

  it('is the publisher’s where an AMP cache shows the page, and that of a copy on one’s own machine', () => {
    const page = 'https://www.courier.example/city/pier-closed';
    expect(urlOf(link(page), 'https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/city/pier-closed/amp')).toBe(page);
    expect(urlOf(link(page), 'https://www.courier.example/city/pier-closed/amp')).toBe(page);
    expect(urlOf(link(page), 'http://localhost:8080/saved.html')).toBe(page);
  });
});

describe('extraction', () => {
  it('reads a report whole: facts, text, captions, reporter and the item beside it', () => {
    const snapshot = extract(fixture('report.html'), 'https://lowland-courier.example/world/beijing-rejects-oreshnik-machine-tools-claims');
    expect(snapshot).toMatchObject({
      isArticle: true,
      url: 'https://lowland-courier.example/world/beijing-rejects-oreshnik-machine-tools-claims?utm_source=x',
      headline: 'Beijing rejects claims over Oreshnik machine tools',
      datePublished: '2026-01-29T15:04:00+01:00',
      dateModified: '2026-01-29T16:00:00Z',
      language: 'en',
      outlet: { name: 'The Lowland Courier', url: 'https://lowland-courier.example/' },
      section: 'World',
      keywords: ['China', 'Russia', 'Oreshnik'],
      feeds: [{ url: 'https://lowland-courier.example/feeds/world.xml', title: 'Courier: World', type: 'application/rss+xml' }],
    });
    expect(snapshot.authors).toEqual([
      {
        name: 'Hana Veselá',
        url: 'https://lowland-courier.example/people/hana-vesela',
        jobTitle: 'Reporter',
        bio: expect.stringContaining('politics of central Europe'),
        sameAs: ['https://social.example/@hana'],
        image: 'https://lowland-courier.example/img/h.jpg',
      },
    ]);
    expect(snapshot.paragraphs).toHaveLength(5);
    expect(snapshot.paragraphs[0]).toMatch(/^China's foreign ministry/);
    expect(snapshot.paragraphs.join(' ')).not.toMatch(/Advertisement|Poland shuts|2 min read|All rights reserved|central Europe/);
    expect(snapshot.captions).toEqual([expect.stringContaining('Oreshnkik')]);
    expect(snapshot.also).toEqual([{ headline: null, text: expect.stringContaining('Istanbul'), datePublished: null }]);
    expect(snapshot.provenance).toMatchObject({
      headline: 'visible',
      authors: 'json-ld',
      datePublished: 'json-ld',
      keywords: 'meta',
      outlet: 'open-graph',
    });
  });

  it('leaves overlays and hidden boilerplate out, and splits a byline', () => {
    const snapshot = extract(fixture('overlay.html'), 'https://uferbote.example/stadt/bruecke-bleibt-ein-jahr-gesperrt-4711');
    expect(snapshot.headline).toBe('Brücke bleibt ein Jahr gesperrt');
    expect(snapshot.authors.map(({ name }) => name)).toEqual(['Jördis Albrecht', 'Mats Oehme']);
    expect(snapshot.datePublished).toBe('2026-02-03');
    expect(snapshot.language).toBe('de');
    expect(snapshot.paragraphs).toHaveLength(4);
    expect(snapshot.paragraphs.join(' ')).not.toMatch(/Partner|unsichtbar|versteckt/);
  });

  it('leaves out what a style or an attribute hides', () => {
    const snapshot = extract(fixture('hidden.html'), 'https://mill.example/news/old-mill-gets-a-new-wheel');
    expect(snapshot.paragraphs.map((text) => text.slice(0, 12))).toEqual(['The mill at ', 'It turns for', 'The society ']);
  });

  it('reads text in open shadow roots, as it is shown', () => {
    const snapshot = extract(fixture('shadow.html'), 'https://sound.example/2026/02/night-ferry-returns-to-the-sound');
    expect(snapshot.headline).toBe('Night ferry returns to the sound');
    expect(snapshot.paragraphs.map((text) => text.slice(0, 16))).toEqual(['The night ferry ', 'The harbour offi', 'Tickets are sold']);
  });

  it('takes nothing a hostile page slips in', () => {
    const snapshot = extract(fixture('hostile.html'), 'https://hill.example/news/council-votes-for-the-new-tram-line');
    expect(snapshot.url).toBe('https://hill.example/news/council-votes-for-the-new-tram-line');
    expect(snapshot.headline).toBe('Council votes for the new tram line');
    expect(snapshot.authors).toEqual([
      { name: 'Ann Example', url: null, jobTitle: null, bio: null, sameAs: ['https://people.example/ann'] },
    ]);
    expect(snapshot.datePublished).toBe('2026-03-04');
    expect(snapshot.outlet?.name).toBe('Hill & Dale');
    expect(JSON.stringify(snapshot)).not.toMatch(/javascript:|vbscript:|data:|alert|\u202e|\u2066|Proto|Ctor/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('finds the text of a page that filled itself after loading, and none before', () => {
    const app = (root: string) => `<!doctype html><title>App</title><div id="root">${root}</div>`;
    const url = 'https://app.example/story/a-quiet-day-in-the-old-harbour';
    expect(extract(app(''), url)).toMatchObject({ paragraphs: [], wordCount: 0, isArticle: false });
    const filled = extract(app(`<article><h1>A quiet day in the old harbour</h1>${PARAGRAPH.repeat(5)}</article>`), url);
    expect(filled.headline).toBe('A quiet day in the old harbour');
    expect(filled.paragraphs).toHaveLength(5);
  });

  it('keeps to the limit of characters', () => {
    const snapshot = extract(
      pageSource(`<article><h1>A long report of the council</h1>${PARAGRAPH.repeat(2000)}</article>`),
      'https://a.example/x',
      { maxChars: 5000 },
    );
    expect(snapshot.paragraphs.length).toBeGreaterThan(20);
    expect(snapshot.paragraphs.join('\n\n').length).toBeLessThanOrEqual(5000);
  });

  it('verifies the declared language where it is given the means', () => {
    const german = fixture('overlay.html').replace('lang="de"', 'lang="en"');
    const url = 'https://uferbote.example/a';
    expect(extract(german, url).language).toBe('en');
    expect(extract(german, url, { guessLanguage }).language).toBe('de');
  });

  it('dates a page by the day of its outlet, its first day, and what readers see rather than a tag of any meaning', () => {
    const dated = (head: string, path: string, shown = '') =>
      extract(
        pageSource(`<article><h1>A report on the harbour</h1>${shown}${PARAGRAPH.repeat(6)}</article>`, head),
        `https://outlet.example${path}`,
      ).datePublished;
    const at = (moment: string) => `<meta property="article:published_time" content="${moment}">`;
    expect(dated(at('2019-12-31T23:11:59+00:00'), '/2020/01/01/harbour')).toBe('2020-01-01T00:11:59+01:00');
    expect(dated(at('2020-02-25T02:25:54Z'), '/2020/02/24/harbour')).toBe('2020-02-24T23:25:54-03:00');
    expect(dated(at('2020-02-25T15:25:54Z'), '/2020/02/24/harbour')).toBe('2020-02-25T15:25:54Z');
    expect(dated(at('2020-02-25T02:25:54+01:00'), '/2020/02/24/harbour')).toBe('2020-02-25T02:25:54+01:00');
    expect(dated(at('2019-06-17T18:28:00+02:00'), '/2017/07/12/harbour')).toBe('2017-07-12');
    expect(dated(at('2019-06-17T18:28:00+02:00'), '/2019/07/12/harbour')).toBe('2019-06-17T18:28:00+02:00');
    const anyDate = '<meta name="date" content="2020-04-30">';
    expect(dated(anyDate, '/harbour', '<time>29.04.2020</time>')).toBe('2020-04-29');
    expect(dated(anyDate, '/harbour', '<time>02.05.2020</time>')).toBe('2020-04-30');
  });

  it('never throws, whatever the page and its address', () => {
    const scrap = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<article>',
        '</div>',
        '<p class="byline">By ',
        '<h1>',
        '<table>',
        '<svg>',
        '<template>',
        '<a rel=author href=',
        '<script type="application/ld+json">{"@type":',
        '<time datetime="',
        '<meta name=author content="',
        '&#x202e;',
        '"author":{"name":',
        '<base href="//[',
      ),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 25 }), fc.oneof(fc.string(), fc.webUrl()), (scraps, url) => {
        const snapshot = extract(scraps.join(''), url);
        for (const address of [snapshot.url, ...snapshot.authors.map((author) => author.url)])
          if (address) expect(address).toMatch(/^https?:/);
      }),
      { numRuns: runs(80) },
    );
  }, 60_000);

  it('cuts a text without paragraphs at the limit', () => {
    const text = 'A sentence that says next to nothing, but does so at length. '.repeat(100).trim();
    for (const maxChars of [text.length - 1_000, text.length, text.length + 1_000]) {
      const { paragraphs } = extract(pageSource(`<article><h1>A headline of it</h1><p>${text}</p></article>`), 'https://a.example/', {
        maxChars,
      });
      expect(text.startsWith(paragraphs.join(''))).toBe(true);
      expect(paragraphs.join('').length).toBeGreaterThan(Math.min(maxChars, text.length) - 10);
    }
  });

  it('stays quick on ten thousand links and on deep nesting', () => {
    const links = pageSource(`<ul>${'<li><a href="/x">A link to something else on this site</a></li>'.repeat(10_000)}</ul>`);
    const deep = pageSource(`${'<div>'.repeat(30_000)}${PARAGRAPH}`);
    const start = performance.now();
    extract(links, 'https://a.example/');
    expect(extract(deep, 'https://a.example/').paragraphs.join('')).toContain('The council met');
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 60_000);
});
