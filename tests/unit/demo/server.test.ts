import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { demoHosts, demoPages, demoResponse } from '../../../demo/server.ts';

function get(url: string): { status: number; headers: Record<string, string>; body: string } {
  const { host, pathname, search } = new URL(url);
  const response = demoResponse(host, pathname + search);
  if (response === null) throw new Error(`no answer from ${host}`);
  return response;
}

function parsePage(source: string): Document {
  return new new Window().DOMParser().parseFromString(source, 'text/html') as unknown as Document;
}

const PLAIN = ['guide', 'first', 'ukrainian', 'russian', 'chinese', 'german', 'unmatched', 'app', 'appSecond', 'short'] as const;
const ARTICLES = ['first', 'ukrainian', 'russian', 'chinese', 'german', 'unmatched'] as const;

describe('demoResponse', () => {
  it('answers every page of the demo, and null for other hosts', () => {
    for (const url of Object.values(demoPages)) {
      expect([url, get(url).status]).toEqual([url, 200]);
      expect(demoHosts).toContain(new URL(url).host);
    }
    expect(demoResponse('example.org', '/')).toBeNull();
    expect(demoResponse('kyivindependent.com', '/')).toBeNull();
  });

  it('answers 404 for an unknown path, and for paths that are none', () => {
    for (const path of ['/nothing', '//other.example/', '/%', '', 'https://other.example/', '/a\u0000b']) {
      const status = demoResponse('www.harbour-courier.example', path)?.status;
      expect([path, status]).toEqual([path, path === '' ? 200 : 404]);
    }
    expect(get('https://hostile.sidelight-demo.example/').status).toBe(404);
  });

  it.each(PLAIN)('%s: declares its language and loads nothing from elsewhere', (name) => {
    const { body, headers } = get(demoPages[name]);
    const document = parsePage(body);
    expect(document.documentElement.getAttribute('lang')).toMatch(/^[a-z]{2}$/);
    expect(document.querySelectorAll('h1').length).toBe(1);
    for (const element of document.querySelectorAll('[src], link[rel~=stylesheet], iframe, object, embed'))
      expect(element.outerHTML).toBe('');
    expect(body).not.toMatch(/@import|url\(/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(ARTICLES)('%s: has JSON-LD that names headline, date, author and outlet as shown', (name) => {
    const document = parsePage(get(demoPages[name]).body);
    const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      mainEntityOfPage: demoPages[name],
      headline: document.querySelector('h1')?.textContent,
    });
    expect(document.querySelector('.byline')?.textContent).toContain(data.author.name);
    expect(document.querySelector('.author-box')?.textContent).toContain(data.author.name);
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe(data.datePublished);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(demoPages[name]);
  });

  it('first: has the misspelt caption and a news-feed item beside the article', () => {
    const document = parsePage(get(demoPages.first).body);
    expect(document.querySelector('figcaption')?.textContent).toContain('Oreshnkik');
    expect(document.querySelector('.news-feed')?.textContent).toContain('1,000 bodies');
    expect(document.querySelector('article .news-feed')).toBeNull();
  });

  it('unmatched: says nothing of what the index is about', () => {
    expect(parsePage(get(demoPages.unmatched).body).querySelector('article')?.textContent).not.toMatch(
      /Oreshnik|Russia|China|Ukraine|missile/,
    );
  });

  it('the guide leads to all of them', () => {
    const links = [...parsePage(get(demoPages.guide).body).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    const { guide, appSecond, ...others } = demoPages;
    expect(links).toEqual(expect.arrayContaining(Object.values(others)));
    expect([guide, appSecond].every((url) => get(url).status === 200)).toBe(true);
  });

  it('the empty page has no words', () => {
    expect(parsePage(get(demoPages.empty).body).documentElement.textContent?.trim()).toBe('');
  });

  it('the application holds both articles, shows the one asked for, and changes addresses itself', () => {
    const { body, headers } = get(demoPages.appSecond);
    const document = parsePage(body);
    expect(document.querySelector('#story h1')?.textContent).toContain('Port Ellery');
    expect([...document.querySelectorAll('template')].map((template) => template.getAttribute('data-path'))).toEqual(
      [demoPages.app, demoPages.appSecond].map((url) => new URL(url).pathname),
    );
    expect(body).toContain('history.pushState');
    expect(headers['content-security-policy']).toContain("script-src 'unsafe-inline'");
  });

  it('the other one keeps the head it was loaded with', () => {
    const { body } = get(demoPages.appStale);
    expect(body.match(/canonical/g)).toHaveLength(1);
    const data = JSON.parse(parsePage(body).querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(data.mainEntityOfPage).toBe(demoPages.appStale);
  });
});

describe('the hostile page', () => {
  it('is as large as asked for, within bounds', () => {
    const page = get('https://hostile.sidelight-demo.example/hostile?links=10000&kb=5000').body;
    expect(page.match(/<a href="/g)?.length).toBe(10_000);
    expect(page.length).toBeGreaterThan(5_000_000);
    const small = get('https://hostile.sidelight-demo.example/hostile?links=-5&kb=many').body;
    expect(small.match(/<a href="/g)).toBeNull();
    expect(get('https://hostile.sidelight-demo.example/hostile?links=1e9&kb=0').body.match(/<a href="/g)?.length).toBe(100_000);
  });

  it('tries every trick it promises', () => {
    const page = get(demoPages.hostile).body;
    for (const trick of [
      'rel="canonical" href="javascript:',
      '"__proto__"',
      '<base href="javascript:',
      '\u202E',
      'window.hostileRan',
      'name="querySelector"',
      '&lt;script&gt;',
    ])
      expect(page).toContain(trick);
    const blocks = [...page.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
    expect(blocks.filter((block) => !isJson(block)).length).toBe(2);
    expect(blocks.filter(isJson).length).toBe(1);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
