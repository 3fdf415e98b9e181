import { escapeHtml, jsonLd, renderPage } from './page.ts';
import { DRAWING } from './style.ts';

/** An article of the demo's sites. */
export interface DemoArticle {
  url: string;
  language: string;
  outlet: string;
  headline: string;
  dek?: string;
  section: string;
  datePublished: string;
  author?: { name: string; jobTitle: string; bio: string };
  caption?: string;
  paragraphs: string[];
  keywords?: string[];
  /** An item of another report, shown beside the article. */
  newsFeed?: { title: string; text: string };
  /** The outlet's RSS feed, which the page declares. */
  feed?: string;
}

const MOTTOES: Record<string, string> = {
  en: 'Sample news, freshly invented',
  uk: 'Вигадані новини для прикладу',
  ru: 'Вымышленные новости для примера',
  de: 'Erfundene Nachrichten zum Vorführen',
  zh: '演示用虚构新闻',
  pl: 'Zmyślone wiadomości na pokaz',
  fr: 'Nouvelles inventées, pour la démonstration',
  es: 'Noticias inventadas de muestra',
};

const BY: Record<string, string> = { en: 'By', uk: 'Автор:', ru: 'Автор:', de: 'Von', zh: '记者', pl: 'Autor:', fr: 'Par', es: 'Por' };

/** What stands beside an outlet's name, in its language. */
export function mottoOf(language: string): string {
  return MOTTOES[language] ?? MOTTOES.en ?? '';
}

/** The article's page: JSON-LD, byline, caption, author box and news feed, as far as it has them. */
export function renderArticle(article: DemoArticle): string {
  const { language, outlet, headline } = article;
  return renderPage({
    language,
    title: `${headline} | ${outlet}`,
    outlet,
    motto: mottoOf(language),
    head: `<link rel="canonical" href="${escapeHtml(article.url)}">
${article.feed === undefined ? '' : `<link rel="alternate" type="application/rss+xml" title="RSS" href="${escapeHtml(article.feed)}">\n`}<meta property="og:type" content="article">
<meta property="og:site_name" content="${escapeHtml(outlet)}">
<meta name="description" content="${escapeHtml(article.dek ?? article.paragraphs[0]?.slice(0, 160) ?? '')}">
${jsonLd(linkedData(article))}`,
    main: `${renderArticleElement(article)}${newsFeed(article)}`,
  });
}

/** The article alone, for pages that put it in place themselves. */
export function renderArticleElement(article: DemoArticle): string {
  const { dek, author, caption } = article;
  return `<article>
<header>
<p class="section">${escapeHtml(article.section)}</p>
<h1>${escapeHtml(article.headline)}</h1>
${dek ? `<p class="dek">${escapeHtml(dek)}</p>` : ''}
<p class="byline">${author ? `${BY[article.language] ?? 'By'} <span class="author" rel="author">${escapeHtml(author.name)}</span> · ` : ''}<time datetime="${article.datePublished}">${article.datePublished.slice(0, 10)}</time></p>
</header>
${caption ? `<figure>${DRAWING}<figcaption>${escapeHtml(caption)}</figcaption></figure>` : ''}
${article.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${author?.bio ? authorBox(author) : ''}
</article>`;
}

function authorBox({ name, jobTitle, bio }: NonNullable<DemoArticle['author']>): string {
  return `<aside class="author-box"><h2>${escapeHtml(name)}</h2><p class="role">${escapeHtml(jobTitle)}</p><p class="bio">${escapeHtml(bio)}</p></aside>`;
}

function newsFeed({ newsFeed }: DemoArticle): string {
  return newsFeed
    ? `\n<aside class="news-feed"><h2>${escapeHtml(newsFeed.title)}</h2><p>${escapeHtml(newsFeed.text)}</p></aside>`
    : '';
}

/** What an article's page says of it as JSON-LD. */
export function linkedData(article: DemoArticle): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: article.url,
    headline: article.headline,
    inLanguage: article.language,
    datePublished: article.datePublished,
    articleSection: article.section,
    ...(article.keywords && { keywords: article.keywords }),
    ...(article.author && { author: { '@type': 'Person', name: article.author.name, jobTitle: article.author.jobTitle } }),
    publisher: { '@type': 'NewsMediaOrganization', name: article.outlet, url: new URL('/', article.url).href },
  };
}
