/** Feed documents of our own writing in the four formats, as many as wanted, always the same ones: 20 to 40 entries of 100 to 300 words. */
export function feedDocuments(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const entries = Array.from({ length: 20 + (index % 21) }, (_, at) => entry(index, at));
    return FORMATS[index % FORMATS.length]!(index, entries);
  });
}

/** A news sitemap of that many addresses, about 450 bytes each. */
export function newsSitemap(urls: number): string {
  const rows = Array.from(
    { length: urls },
    (_, at) => `  <url>
    <loc>https://news.example/2026/01/${at}-${words(at, 8).replaceAll(' ', '-')}</loc>
    <lastmod>${dateOf(at)}</lastmod>
    <news:news>
      <news:publication><news:name>The Example</news:name><news:language>en</news:language></news:publication>
      <news:publication_date>${dateOf(at)}</news:publication_date>
      <news:title>${words(at, 9)} &amp; more</news:title>
    </news:news>
  </url>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${rows.join('')}</urlset>\n`;
}

interface Entry {
  id: string;
  title: string;
  url: string;
  author: string;
  date: string;
  summary: string;
  html: string;
  tags: string[];
}

const WORDS =
  'harbour dredger council bridge election port vote minister river storm report market price train strike border talks ceasefire energy grid museum court appeal budget school hospital drone missile factory export sanction treaty summit spokesman evidence witness archive letter coast ferry island'.split(
    ' ',
  );

function words(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) => WORDS[(seed * 31 + at * at * 7 + at * 13) % WORDS.length]).join(' ');
}

function dateOf(at: number): string {
  return new Date(Date.UTC(2026, 0, 29, 10) - at * 61_000).toISOString();
}

function entry(feed: number, at: number): Entry {
  const seed = feed * 41 + at;
  return {
    id: `urn:example:${feed}:${at}`,
    title: `${words(seed, 9)} – ${at}`,
    url: `https://feed${feed}.example/${at}/${words(seed, 5).replaceAll(' ', '-')}`,
    author: `Ada Example ${feed * 17 + (at % 17)}`,
    date: dateOf(seed),
    summary: words(seed, 40),
    html: Array.from(
      { length: 3 + (seed % 5) },
      (_, part) => `<p>${words(seed + part, 35)} <a href="https://a.example/?x=1&y=2">link</a> &mdash; <b>${words(part, 5)}</b></p>`,
    ).join('\n'),
    tags: words(seed, 3).split(' '),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const FORMATS = [rss, atom, rss, rdf, atom, rss, json, rss, atom, rss];

function rss(feed: number, entries: Entry[]): string {
  const items = entries.map(
    (e, at) =>
      `<item><title>${escaped(e.title)}</title><link>${e.url}</link><guid isPermaLink="false">${e.id}</guid><dc:creator>${e.author}</dc:creator><pubDate>${new Date(e.date).toUTCString()}</pubDate><description>${e.summary}</description><content:encoded>${at % 2 ? `<![CDATA[${e.html}]]>` : escaped(e.html)}</content:encoded>${e.tags.map((tag) => `<category>${tag}</category>`).join('')}</item>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed ${feed}</title><link>https://feed${feed}.example/</link><language>en</language>\n${items.join('')}</channel></rss>`;
}

function atom(feed: number, entries: Entry[]): string {
  const items = entries.map(
    (e) =>
      `<entry><id>${e.id}</id><title>${escaped(e.title)}</title><link rel="alternate" href="${e.url}"/><author><name>${e.author}</name></author><published>${e.date}</published><updated>${e.date}</updated><summary>${e.summary}</summary><content type="html">${escaped(e.html)}</content>${e.tags.map((tag) => `<category term="${tag}"/>`).join('')}</entry>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Feed ${feed}</title><id>urn:example:${feed}</id>\n${items.join('')}</feed>`;
}

function rdf(feed: number, entries: Entry[]): string {
  const items = entries.map(
    (e) =>
      `<item rdf:about="${e.url}"><title>${escaped(e.title)}</title><link>${e.url}</link><dc:creator>${e.author}</dc:creator><dc:date>${e.date}</dc:date><description>${escaped(e.html)}</description></item>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://feed${feed}.example/"><title>Feed ${feed}</title></channel>\n${items.join('')}</rdf:RDF>`;
}

function json(feed: number, entries: Entry[]): string {
  const items = entries.map((e) => ({
    id: e.id,
    url: e.url,
    title: e.title,
    authors: [{ name: e.author }],
    date_published: e.date,
    summary: e.summary,
    content_html: e.html,
    tags: e.tags,
  }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: `Feed ${feed}`, items });
}
