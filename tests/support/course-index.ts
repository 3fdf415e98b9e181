import type { Article } from '../../lib/core/article.ts';
import { joinTerms, splitTerms } from '../../lib/index/packed-terms.ts';
import { languageTerm } from '../../lib/search/language-term.ts';
import type { ArticleRecord, Store } from '../../lib/store/store.ts';
import { article, outlet, record, reporter } from '../contract/sample-data.ts';

const HOUR_MS = 3_600_000;
const OUTLETS = 40;
const REPORTERS = 200;
const LANGUAGES = ['en', 'en', 'uk', 'ar'];

/** Report number `n` of a generated index: one in six names the topic `t`, three hours between two, one in fifty without a date. */
export function courseArticle(n: number): Article {
  const dated = n % 50 !== 48;
  const publishedAtMs = dated ? Date.UTC(2026, 0, 30) - n * 3 * HOUR_MS : null;
  return article(`a${n}`, {
    headline: `Report ${n} of the course`,
    keywords: [...(n % 6 === 0 ? ['t'] : []), `beside${n % 9}`, ...(n % 5 < 3 ? ['everywhere'] : [])],
    outletId: `outlet:${(n * 7) % OUTLETS}`,
    language: LANGUAGES[n % LANGUAGES.length]!,
    authors: [{ name: `Reporter ${n % REPORTERS}`, reporterId: `reporter:${n % REPORTERS}` }],
    publishedAtMs,
    datePublished: publishedAtMs === null ? null : new Date(publishedAtMs).toISOString(),
  });
}

/** With what the index derives of it: the terms of `sample-data.ts`, and its language. */
function courseRecord(n: number): ArticleRecord {
  const made = record(`a${n}`, courseArticle(n));
  const language = { term: languageTerm(made.article.language ?? ''), impact: 255 };
  return { ...made, derived: { ...made.derived, terms: joinTerms([...(splitTerms(made.derived.terms) ?? []), language]) } };
}

/** Fills a store with so many of these reports, in parts as a pack is added. */
export async function fillCourseIndex(store: Store, size: number): Promise<void> {
  await store.putOutlets(Array.from({ length: OUTLETS }, (_, i) => outlet(`outlet:${i}`)));
  await store.putReporters(Array.from({ length: REPORTERS }, (_, i) => reporter(`reporter:${i}`)));
  const filled = await store.addInBulk(async (add) => {
    for (let from = 0; from < size; from += 1000) {
      await add(Array.from({ length: Math.min(1000, size - from) }, (_, i) => courseRecord(from + i)));
    }
  });
  if (!filled.ok) throw new Error(filled.error.message);
}

/** What a page asked of a store: rows of articles, and every call by name. */
export interface Reads {
  rows: number;
  calls: string[];
}

/** A store that notes what it is asked for. */
export function noteReads<S extends Store>(store: S): { store: S; reads: Reads } {
  const reads: Reads = { rows: 0, calls: [] };
  const noting = new Proxy(store, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        reads.calls.push(String(key));
        if (key === 'getArticlesByDocId' || key === 'readArticles' || key === 'readTexts' || key === 'topicsOf')
          reads.rows += (args[0] as unknown[]).length;
        return method.apply(target, args);
      };
    },
  });
  return { store: noting, reads };
}
