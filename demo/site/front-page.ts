import { type DemoArticle, mottoOf } from './article-page.ts';
import { escapeHtml, renderPage } from './page.ts';

/** One line of a front page. */
export interface Teaser {
  url: string;
  headline: string;
  note: string;
  language?: string;
}

/** The page that leads to every other page of the demo, and says what is to be seen there. Not an article itself. */
export function renderGuide(teasers: Teaser[]): string {
  return renderPage({
    language: 'en',
    title: 'Sidelight demo',
    outlet: 'Sidelight demo',
    motto: 'Open a page, then look at the badge',
    main: `<h1>Pages to try</h1>\n${teasers.map(teaser).join('\n')}`,
  });
}

/** An outlet's own front page: its reports, newest first. `head` is HTML of our own making. */
export function renderFrontPage(outlet: string, language: string, articles: DemoArticle[], head = ''): string {
  const newest = [...articles].sort((a, b) => (a.datePublished < b.datePublished ? 1 : -1));
  const lines = newest.map(({ url, headline, datePublished, section }) => teaser({ url, headline, note: `${section} · ${datePublished.slice(0, 10)}` }));
  return renderPage({ language, title: outlet, outlet, motto: mottoOf(language), head, main: lines.join('\n') });
}

function teaser({ url, headline, note, language }: Teaser): string {
  return `<section class="teaser"><h2${language ? ` lang="${language}"` : ''}><a href="${escapeHtml(url)}">${escapeHtml(headline)}</a></h2><p>${escapeHtml(note)}</p></section>`;
}
