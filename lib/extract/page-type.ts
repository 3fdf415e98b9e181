interface LookedAtNode {
  readonly nodeType: number;
  readonly nextSibling: LookedAtNode | null;
}

interface LookedAt {
  readonly textContent: string | null;
  readonly firstChild: LookedAtNode | null;
  getAttribute(name: string): string | null;
}

/** A page as the gate sees it: a live document, or the tree of a copied one. */
export interface LookedAtPage {
  readonly title: string;
  querySelector(selector: string): LookedAt | null;
  querySelectorAll(selector: string): Iterable<LookedAt> & { readonly length: number };
}

/** What the look at a page found: is it an article (from a confidence of 0.5, of 1), and how many words it may have. */
export interface PageLook {
  isArticle: boolean;
  confidence: number;
  words: number;
}

/** `lookSteps` in one go, for a page that holds up nobody. */
export function looksLikeArticle(document: LookedAtPage, url: string): PageLook {
  const steps = lookSteps(document, url);
  for (;;) {
    const { done, value } = steps.next();
    if (!done) continue;
    const [logit, chars] = value;
    const confidence = Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
    return { isArticle: logit >= 0, confidence, words: Math.round(chars / 6) };
  }
}

/**
 * Is the page an article? Cheap enough for every page: declared types, address, text against links; bounded, no layout, no imports (the
 * gate's budget is 1.5 kB), in steps of well under a millisecond: an article from a logit of 0; `chars` of text that was looked at. Weights: logistic
 * regression on the development pages, cross-validated by host (docs/adr/0007-page-type.md).
 */
export function* lookSteps(document: LookedAtPage, url: string): Generator<void, [logit: number, chars: number]> {
  const all = (selector: string): ReturnType<LookedAtPage['querySelectorAll']> => document.querySelectorAll(selector);
  const some = (selector: string): boolean => !!document.querySelector(selector);
  let linked = '';
  yield;
  for (const script of all('script[type*=ld]')) linked = (linked + script.textContent).slice(0, 60_000);
  yield;
  let chars = 0;
  let seen = 0;
  const blocks = all('p,div,td,article,section,pre,blockquote,li,dd');
  yield;
  for (const element of blocks) {
    if (++seen > 2500) break;
    if (seen % 8 < 1) yield;
    let own = 0;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 3) continue;
      const text = (child as unknown as { data: string }).data.trim();
      // Han and Kana say in one character what letters say in two or three.
      own += text.length * (text[text.length >> 1]! > '\u2e80' ? 2.5 : 1);
    }
    if (own > 70) chars += own;
  }
  const path = url.replace(/^\w+:\/\/[^/]*|#.*/g, '');
  const last = /([^/?]*)\/?(\?.*)?$/.exec(path)![1]!;
  const heading = (document.querySelector('h1')?.textContent ?? '').trim().toLowerCase();
  let sum = -4.4;
  const add = (weight: number, value: number | boolean): void => {
    sum += weight * +value;
  };
  add(1.9, /article|blog|news|post|story/i.test(document.querySelector('meta[property="og:type"]')?.getAttribute('content') as string));
  add(1.38, /"@type"\s*:[\s[]*"[^"]*(Article|BlogPosting|Report|Review)"/.test(linked));
  // A page of the site, an answer, a job: whatever else its templates state.
  add(-9, some('[class~=type-page]') || /QAPage|JobPost/.test(linked));
  add(0.84, some('meta[property*=published],[itemprop~=datePublished],meta[name*=pubdate i],time[pubdate]'));
  yield;
  add(0.89, Math.log((chars + 50) / (all('a[href]').length + 5)));
  yield;
  add(1.87, all('article').length === 1);
  add(-0.48, Math.log1p(all('time').length));
  yield;
  add(-2.08, url !== '' && /^\/?(index|home|default)?(\.\w+)?(\?.*)?$/.test(path));
  add(1.1, /\d{4}/.test(last));
  add(2.01, /\/(19|20)\d\d[/-]?\d\d?\//.test(path));
  add(
    -1.63,
    /[/_.=-](tags?|cat(egor|alog)\w*|author|search|page|p|forums?|threads?|topics?|viewtopic|viewforum|showthread|products?|shop|store|questions|archives?|users?|members?|list\w*|browse|results|collections?|c|dp|events?|jobs?|videos?|photos?|gallery)([/_.=?-]|$)/i.test(
      path,
    ),
  );
  add(0.47, /\?.*=/.test(path));
  add(1.21, heading.length > 15 && document.title.toLowerCase().includes(heading.slice(0, 40)));
  yield;
  add(-1.43, some('[rel~=next],[rel~=prev]'));
  yield;
  add(0.58, some('[rel~=author],[class*=byline i],[itemprop~=author],[name=author]'));
  add(-1.01, /[?&/](p|page|pg|start|offset)[=/-]?\d/i.test(path));
  add(0.053, Math.min(last.length, 80));
  return [sum, chars];
}
