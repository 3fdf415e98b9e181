import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../lib/cli/dom.ts';
import { looksLikeArticle } from '../../../lib/extract/page-type.ts';
import { fixture, page } from './page.ts';

describe('looksLikeArticle', () => {
  it('takes reports for articles', () => {
    expect(
      looksLikeArticle(parsePage(fixture('report.html')), 'https://lowland-courier.example/world/beijing-rejects-claims').isArticle,
    ).toBe(true);
    expect(
      looksLikeArticle(parsePage(fixture('overlay.html')), 'https://uferbote.example/stadt/bruecke-bleibt-ein-jahr-gesperrt').isArticle,
    ).toBe(true);
  });

  it('takes front pages, lists and empty pages for none', () => {
    const list = page(
      `<h1>World</h1>${'<article><h2><a href="/a">A short headline of a report</a></h2><time>today</time></article>'.repeat(30)}`,
    );
    expect(looksLikeArticle(list, 'https://lowland-courier.example/').isArticle).toBe(false);
    expect(looksLikeArticle(list, 'https://lowland-courier.example/tag/world/page/3').isArticle).toBe(false);
    expect(looksLikeArticle(page(''), 'https://lowland-courier.example/')).toMatchObject({ isArticle: false, words: 0 });
  });

  const prose = '<p>The society was founded by eleven neighbours and has looked after the old mill and its garden ever since.</p>'.repeat(
    8,
  );
  const stated = (type: string): string =>
    `<title>Who looks after the mill</title><meta property="og:type" content="article"><meta property="article:modified_time" content="2026-03-10T09:30:00Z"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"${type}","name":"Who looks after the mill"}]}</script>`;

  it('takes pages of the site, questions and jobs for none, whatever their templates state', () => {
    const look = (body: string, type: string): boolean =>
      looksLikeArticle(page(body, stated(type)), 'https://mill.example/who-looks-after-the-mill').isArticle;
    const menu = '<a href="/x">Neighbours</a>'.repeat(20);
    const text = `<h1>Who looks after the mill</h1>${prose}${menu}`;
    expect(look(`<article class="page type-page hentry">${text}</article>`, 'WebPage')).toBe(false);
    for (const type of ['QAPage', 'JobPosting']) expect(look(`<article>${text}</article>`, type)).toBe(false);
    expect(look(`<article class="post type-post hentry">${text}</article>`, 'WebPage')).toBe(true);
  });
});
