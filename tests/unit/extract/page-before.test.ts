import { describe, expect, it } from 'vitest';
import { extract, pageSource } from './page.ts';

const A = 'https://www.courier.example/2026/01/29/harbour-closed-after-storm-damage';
const B = 'https://www.courier.example/2026/02/03/parliament-votes-on-new-budget-law';
const HARBOUR = 'Harbour closed after storm damage';
const BUDGET = 'Parliament votes on new budget law';

const text = (of: string): string =>
  `<p>${`The ${of} was talked of by everybody who had an hour to spare that morning. `.repeat(4)}</p>`.repeat(4);
const story = (headline: string, by: string, day: string): string =>
  `<article><h1>${headline}</h1><p class="byline">By ${by}</p><time datetime="${day}">${day}</time>${text(headline)}</article>`;
const linked = (facts: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...facts })}</script>`;
const FACTS_OF_A = { headline: HARBOUR, datePublished: '2026-01-29', author: { '@type': 'Person', name: 'Anna Harbour' } };
const CANONICAL = `<link rel="canonical" href="${A}">`;
const HEAD = `<title>${BUDGET} | The Courier</title><meta property="og:site_name" content="The Courier">`;
const BUDGET_STORY = story(BUDGET, 'Bela Budget', '2026-02-03');

const shownAt = (head: string, body = BUDGET_STORY, url = B, loadedAt = A) => {
  const { headline, authors, datePublished, description, outlet, ...page } = extract(pageSource(body, HEAD + head), url, { loadedAt });
  return { url: page.url, headline, authors: authors.map(({ name }) => name), date: datePublished, description, outlet: outlet?.name };
};
const SECOND = { url: B, headline: BUDGET, authors: ['Bela Budget'], date: '2026-02-03', description: null, outlet: 'The Courier' };

describe('a page that went on inside its document', () => {
  it.each([
    ['canonical link', CANONICAL],
    ['og:url', `<meta property="og:url" content="${A}">`],
    ['JSON-LD with its address', linked({ ...FACTS_OF_A, url: A })],
    ['JSON-LD with its address as main entity', linked({ ...FACTS_OF_A, mainEntityOfPage: { '@id': A } })],
    ['JSON-LD without an address', linked(FACTS_OF_A)],
    [
      'whole head',
      `${CANONICAL}<meta property="og:title" content="${HARBOUR}"><meta name="author" content="Anna Harbour">
<meta property="article:published_time" content="2026-01-29"><meta name="description" content="The harbour is closed.">${linked({ ...FACTS_OF_A, url: A })}`,
    ],
    [
      'social tags',
      `<meta property="og:title" content="${HARBOUR}"><meta property="og:description" content="The harbour is closed."><meta name="author" content="Anna Harbour">`,
    ],
  ])('is not taken for the page before by its %s', (_, head) => expect(shownAt(head)).toEqual(SECOND));

  it('is believed in what it renewed', () => {
    const facts = linked({ url: B, headline: BUDGET, datePublished: '2026-02-03T08:00:00Z', author: { name: 'Bela Budget' } });
    const head = `<link rel="canonical" href="${B}"><meta property="og:title" content="MPs said yes"><meta name="description" content="A budget.">${facts}`;
    expect(shownAt(head)).toEqual({ ...SECOND, date: '2026-02-03T08:00:00Z', description: 'A budget.' });
  });

  it('is the page before as long as it shows it: text below text, or text yet to come', () => {
    const head = `${CANONICAL}${linked({ ...FACTS_OF_A, url: A })}`;
    const first = story(HARBOUR, 'Anna Harbour', '2026-01-29');
    expect(shownAt(head, first)).toMatchObject({ url: A, headline: HARBOUR, authors: ['Anna Harbour'] });
    expect(shownAt(head, first + BUDGET_STORY)).toMatchObject({ url: A, headline: HARBOUR, authors: ['Anna Harbour'] });
  });

  it('is none where only the form of the address changed, nor behind a redirect', () => {
    const head = `${CANONICAL}${linked({ ...FACTS_OF_A, url: A })}`;
    const first = story(HARBOUR, 'Anna Harbour', '2026-01-29');
    expect(shownAt(head, first, `${A}?utm_source=x#part`)).toMatchObject({ url: A, date: '2026-01-29' });
    expect(shownAt(CANONICAL, first, B, 'https://short.example/x')).toMatchObject({ url: A });
  });
});
