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
});
