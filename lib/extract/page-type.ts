/**
 * Is the page an article? Cheap enough for every page: declared types, address, text against links; bounded, no layout, no imports (the
 * gate's budget is 1.5 kB). `confidence` 0..1, an article from 0.5; `words` is an estimate from the text looked at. Weights: logistic
 * regression on the development pages, cross-validated by host (docs/adr/0007-page-type.md).
 */
export function looksLikeArticle(document: Document, url: string): { isArticle: boolean; confidence: number; words: number } {
  const all = (selector: string): NodeListOf<Element> => document.querySelectorAll(selector);
  const some = (selector: string): boolean => document.querySelector(selector) !== null;
  let linked = '';
  for (const script of all('script[type*="ld+json"]')) if (linked.length < 60_000) linked += (script.textContent ?? '').slice(0, 20_000);
  let chars = 0;
  let seen = 0;
  for (const element of all('p,div,td,article,section,pre,blockquote,li,dd')) {
    if (++seen > 2500) break;
    let own = 0;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 3) continue;
      const text = (child as Text).data.trim();
      // Han and Kana say in one character what letters say in two or three.
      own += text.length * (text.charCodeAt(text.length >> 1) > 0x2e80 ? 2.5 : 1);
    }
    if (own > 70) chars += own;
  }
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/#.*/, '');
  const last = /[^/]*$/.exec(path.replace(/\?.*/, '').replace(/\/$/, ''))?.[0] ?? '';
  const heading = (document.querySelector('h1')?.textContent ?? '').trim().toLowerCase();
  const evidence: [number, number | boolean][] = [
    [1.9, /article|blog|news|post|story/i.test(document.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '')],
    [1.38, /"@type"\s*:\s*\[?\s*"[^"]*(Article|BlogPosting|Report|Review)"/.test(linked)],
    [0.84, some('meta[property*="published"],[itemprop~="datePublished"],meta[name*="pubdate" i],time[pubdate]')],
    [0.89, Math.log((chars + 50) / (all('a[href]').length + 5))],
    [1.87, all('article').length === 1],
    [-0.48, Math.log1p(all('time').length)],
    [-2.08, url !== '' && /^\/?((index|home|default)?(\.\w+)?(\?.*)?)?$/.test(path)],
    [1.1, /\d{4}/.test(last)],
    [2.01, /\/(19|20)\d\d[/-]?\d{1,2}\//.test(path)],
    [
      -1.63,
      /(^|[/_.=-])(tags?|categor\w*|author|search|page|p|forums?|threads?|topics?|viewtopic|viewforum|showthread|products?|shop|store|questions|archives?|users?|members?|list\w*|browse|results|collections?|catalog\w*|c|dp|events?|jobs?|videos?|photos?|gallery)([/_.=?-]|$)/i.test(
        path,
      ),
    ],
    [0.47, /\?.*=/.test(path)],
    [1.21, heading.length > 15 && document.title.toLowerCase().includes(heading.slice(0, 40))],
    [-1.43, some('[rel~="next"],[rel~="prev"]')],
    [0.58, some('[rel~="author"],[class*="byline" i],[itemprop~="author"],[name="author"]')],
    [-1.01, /[?&/](page|p|start|offset|pg)[=/-]?\d+/i.test(path)],
    [2.12, Math.min(last.length, 80) / 40],
  ];
  let sum = -4.4;
  for (const [weight, value] of evidence) sum += weight * Number(value);
  const confidence = Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  return { isArticle: confidence >= 0.5, confidence, words: Math.round(chars / 6) };
}
