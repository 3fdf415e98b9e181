import { type DemoArticle, linkedData, renderArticleElement } from './article-page.ts';
import { escapeHtml, jsonLd, renderPage } from './page.ts';

/** A second after the address, as where the text must first be fetched. */
const LATE_MS = 1000;

/**
 * A single-page application: links change the address by `history.pushState` and swap the article from a template, as many
 * news sites do. Its JSON-LD is left out on purpose: such sites seldom renew it. `isStale`: one that has it, renews neither it nor its canonical link, and
 * shows the text late.
 */
export function renderApp(articles: DemoArticle[], current: DemoArticle, isStale = false): string {
  const links = articles.map(({ url, headline }) => `<p><a data-story href="${new URL(url).pathname}">${escapeHtml(headline)}</a></p>`).join('\n');
  const templates = articles
    .map((article) => `<template data-path="${new URL(article.url).pathname}" data-title="${escapeHtml(article.headline)}">${renderArticleElement(article)}</template>`)
    .join('\n');
  return renderPage({
    language: current.language,
    title: current.headline,
    outlet: current.outlet,
    motto: 'Sample news on a page that never reloads',
    head: `<link rel="canonical" href="${current.url}"><meta property="og:type" content="article">${isStale ? jsonLd(linkedData(current)) : ''}`,
    main: `<nav aria-label="Stories" style="padding-top:1rem">${links}</nav>
<div id="story">${renderArticleElement(current)}</div>
${templates}
<script>
function show(path) {
  for (const template of document.querySelectorAll('template[data-path]')) {
    if (template.dataset.path !== path) continue;
    document.getElementById('story').replaceChildren(template.content.cloneNode(true));
    document.title = template.dataset.title;
    ${isStale ? '' : "document.querySelector('link[rel=canonical]').href = location.origin + path;"}
  }
}
addEventListener('click', (event) => {
  const link = event.target.closest('a[data-story]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  ${isStale ? `setTimeout(() => show(location.pathname), ${LATE_MS});` : 'show(location.pathname);'}
});
addEventListener('popstate', () => show(location.pathname));
</script>`,
  });
}
