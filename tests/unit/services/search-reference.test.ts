import fc from 'fast-check';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../lib/core/article.ts';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import type { QueryNode } from '../../../lib/search/query-tree.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { searchStore } from '../../../lib/services/search.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { tokenise } from '../../../lib/text/tokenise.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { runs } from '../../support/runs.ts';

const opened = openGazetteer([buildGazetteer([])]);
if (!opened.ok) throw new Error('no gazetteer');
const derive = (article: Article) => deriveArticle(article, opened.value);

// Words that no other is near, so that none is put right.
const WORDS = ['harbour', 'lathe', 'missile', 'missiles', 'wheat', '外交部'];
const OUTLETS = ['Herald', 'Times'];
const LANGUAGES = ['en', 'uk', null];

/** Whether a report passes a query, read off the report itself. */
function passes(node: QueryNode, article: Article, pinned: ReadonlySet<string>): boolean {
  const tokens = tokenise(`${article.headline}\n${article.description ?? ''}\n${article.text}`);
  const isWord = (token: string, wanted: string, beginning: boolean) => (beginning ? token.startsWith(wanted) : token === wanted);
  switch (node.kind) {
    case 'all':
      return node.parts.every((part) => passes(part, article, pinned));
    case 'any':
      return node.parts.some((part) => passes(part, article, pinned));
    case 'not':
      return !passes(node.part, article, pinned);
    case 'word':
      return node.tokens.every((wanted, i) => tokens.some((token) => isWord(token, wanted, node.prefix && i === node.tokens.length - 1)));
    case 'phrase':
      return tokens.some((_, from) =>
        node.tokens.every((wanted, i) => isWord(tokens[from + i] ?? '', wanted, node.prefix && i === node.tokens.length - 1)),
      );
    case 'outlet':
      return article.outletId === `outlet:${node.name.toLowerCase()}`;
    case 'reporter':
      return article.authors.some(({ name }) => name === node.name);
    case 'language':
      return article.language === node.language;
    case 'before':
      return article.publishedAtMs !== null && article.publishedAtMs < node.ms;
    case 'after':
      return article.publishedAtMs !== null && article.publishedAtMs >= node.ms;
    case 'mark':
      return node.mark === 'pinned' && pinned.has(article.id);
    default:
      throw new Error(`no reference for ${node.kind}`);
  }
}

const provenance = { kind: 'import' as const, source: 'test', licence: null, addedAtMs: 0 };
const report = fc.record({
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
  outlet: fc.constantFrom(...OUTLETS),
  language: fc.constantFrom(...LANGUAGES),
  date: fc.constantFrom('2025-12-31', '2026-01-15', '2026-02-01', null),
  author: fc.constantFrom('Jo Doe', 'Ann Poe', null),
  pinned: fc.boolean(),
});

const leaf = fc.oneof(
  fc.constantFrom(...WORDS.map((word) => `${word} `), 'miss*', 'wh*'),
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map(([a, b]) => `"${a} ${b}"`),
  fc.constantFrom('outlet:herald', 'outlet:"times"', 'lang:uk', 'after:2026', 'before:2026-02', 'is:pinned', 'reporter:"Jo Doe"'),
);
const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'query' },
    leaf,
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a}) OR (${b})`),
    tie('query').map((part) => `-(${part})`),
  ),
})).query;

describe('searching', () => {
  it('agrees with reading every report', async () => {
    let name = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(report, { minLength: 1, maxLength: 12 }),
        fc.array(query, { minLength: 8, maxLength: 8 }),
        async (reports, queries) => {
          const made = await openStore({ indexedDB: new IDBFactory(), databaseName: `reference${name++}`, derive, nowMs: () => 0 });
          if (!made.ok) throw new Error(made.error.message);
          const store = made.value;
          const articles = reports.map(
            ({ words, outlet, language, date, author }, i): Article => ({
              id: `r${i}`,
              url: `https://paper.example/${i}`,
              headline: words.slice(0, 2).join(' '),
              description: null,
              text: words.slice(2).join(' '),
              language,
              datePublished: date,
              dateModified: null,
              publishedAtMs: date === null ? null : Date.parse(date),
              outletId: `outlet:${outlet.toLowerCase()}`,
              authors: author === null ? [] : [{ name: author, reporterId: null }],
              section: null,
              keywords: [],
              sample: false,
              provenance,
            }),
          );
          await store.putOutlets(
            OUTLETS.map((of) => ({
              id: `outlet:${of.toLowerCase()}`,
              name: of,
              url: null,
              country: null,
              languages: [],
              sample: false,
              provenance,
            })),
          );
          await store.addArticles(articles.map((article) => ({ article, derived: derive(article) })));
          const pinned = new Set<string>();
          for (const [i, article] of articles.entries()) {
            if (!reports[i]!.pinned) continue;
            pinned.add(article.id);
            await store.putPin({
              id: article.id,
              article: { ...article, outletName: null },
              state: 'unread',
              pinnedAtMs: 0,
              updatedAtMs: 0,
              rank: 'm',
              tags: [],
            });
          }
          for (const text of queries) {
            const { root } = parseQuery(text);
            const answer = await searchStore(text, store, { limit: 50 });
            const expected = articles.filter((article) => passes(root!, article, pinned)).map(({ id }) => id);
            // With some of the words only, or with a word put right, another question was answered.
            if (answer.corrected !== null) continue;
            if (answer.notices.some(({ code }) => code === 'someWords')) {
              expect(expected, text).toEqual([]);
              continue;
            }
            expect(answer.hits.map(({ article }) => article.id).sort(), text).toEqual(expected.sort());
            expect([answer.total, answer.atLeast], text).toEqual([expected.length, false]);
          }
          store.close();
        },
      ),
      { numRuns: runs(40) },
    );
  });
});
