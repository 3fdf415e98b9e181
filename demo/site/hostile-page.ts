import { escapeHtml } from './page.ts';

const HEADLINE = 'Oreshnik \u202Ekcab dna\u202C <script>window.hostileRan="headline"</script> \u2066missile';

const MAX_LINKS = 100_000;
const MAX_KB = 20_000;
const NESTED = 3_000;

/**
 * A page that tries what pages may try: broken and poisoned JSON-LD, addresses that are scripts, markup and direction
 * overrides in headline and byline, names that clobber the DOM, deep nesting, and as many links and kilobytes of text as
 * the query asks for (`?links=10000&kb=5000`). It is still an article about the Oreshnik. If any of its handlers or
 * scripts runs outside the page itself, `window.hostileRan` tells.
 */
export function renderHostile(query: URLSearchParams): string {
  const links = amount(query.get('links'), MAX_LINKS);
  const kb = amount(query.get('kb'), MAX_KB);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<base href="javascript:hostile()//">
<title>${escapeHtml(HEADLINE)}</title>
<link rel="icon" href="/icon.svg">
<link rel="canonical" href="javascript:alert(document.domain)">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)" title="&lt;b&gt;feed">
<meta property="og:type" content="article">
<meta property="og:url" content="data:text/html,<script>alert(1)</script>">
<meta property="og:site_name" content="&lt;/title&gt;&lt;script&gt;window.hostileRan='name'&lt;/script&gt;">
<meta property="article:published_time" content="99999-99-99T99:99:99Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"broken, </script>
<script type="application/ld+json">{"@type":["NewsArticle",null,{"a":1}],"__proto__":{"isAdmin":true,"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"headline":{"toString":null},"author":[null,7,{"@type":"Person","name":{"__proto__":{"polluted":"yes"}},"url":"javascript:alert(1)"},{"@type":"Person","name":"\\u202eetod\\u202c <img src=x onerror=window.hostileRan='author'>","sameAs":["data:text/html,1","vbscript:x"]}],"datePublished":{"$date":"never"}}</script>
<script type="application/ld+json">${'['.repeat(5_000)}</script>
</head>
<body>
<form name="querySelector"><input name="parentElement"><input name="ownerDocument"><input name="childNodes"></form>
<form name="body"><input name="textContent"></form><img name="documentElement" alt="">
<main><article>
<h1>${escapeHtml(HEADLINE)}</h1>
<p class="byline">By <a rel="author" href="javascript:alert(1)">${escapeHtml('\u202Eetod\u202C <script>window.hostileRan="byline"</script> Nobody At-All')}</a> <time datetime="&#x202E;2026-01-29">yesterday</time></p>
<script>window.hostileRan = 'page';</script>
<p>Russia's Oreshnik missile is named here so that the page has a subject, and China is named beside Russia, as in the report on machine tools at Votkinsk that Beijing rejected in January 2026.</p>
<p onclick="window.hostileRan='click'">The rest of this page is of no use to any reader. It was written to see whether a program that reads pages keeps its calm when a page does not mean well.</p>
<p>A direction override \u202Esdrawkcab sdaer taht\u202C stands in this sentence, with a zero byte&#0;, a lone&#xD800;surrogate, and a tag written as text: &lt;/p&gt;&lt;script&gt;.</p>
${longText(kb)}
${manyLinks(links)}
${'<div>'.repeat(NESTED)}Deep down, nothing new about the Oreshnik.${'</div>'.repeat(NESTED)}
<svg><a xlink:href="javascript:alert(1)"><text>drawn link</text></a></svg>
</article></main>
</body>
</html>
`;
}

/** A whole number from a query, between 0 and a cap; 0 for anything else. */
function amount(text: string | null, cap: number): number {
  const value = Number(text ?? '0');
  return Number.isFinite(value) ? Math.min(cap, Math.max(0, Math.floor(value))) : 0;
}

function longText(kb: number): string {
  const sentence = 'Grey water under grey bridges went on past the grey town, and nothing in it was worth a second look. ';
  const paragraph = `<p>${sentence.repeat(10)}</p>\n`;
  return paragraph.repeat(Math.ceil((kb * 1_000) / paragraph.length));
}

function manyLinks(count: number): string {
  return Array.from({ length: count }, (_, i) => `<a href="${i % 5 === 0 ? 'javascript:hostile' : '/hostile/'}${i}">link ${i}</a>`).join('\n');
}
