import type { Article } from '../../../lib/core/article.ts';
import { joinTerms } from '../../../lib/index/packed-terms.ts';
import { documentTerms, topVector } from '../../../lib/index/vector.ts';
import { languageTerm } from '../../../lib/search/language-term.ts';
import { searchStore } from '../../../lib/services/search.ts';
import { searchFacets } from '../../../lib/services/search-facets.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import type { ArticleRecord, DerivedArticle } from '../../../lib/store/store.ts';
import type { BenchDocument } from '../corpus.ts';
import type { Engine } from '../engine.ts';
import { outletOf, type TypedEngine, type TypedQuery } from '../typed.ts';

function article({ id, title, standfirst, body }: BenchDocument): Article {
  return {
    id: `bench:${id}`,
    url: `https://bench.example/${id}`,
    headline: title,
    description: standfirst,
    text: body,
    language: 'en',
    datePublished: null,
    dateModified: null,
    publishedAtMs: 1_700_000_000_000 + id * 60_000,
    outletId: `outlet:${id % 40}`,
    authors: [],
    section: null,
    keywords: [],
    sample: false,
    provenance: { kind: 'pack', source: 'bench', licence: null, addedAtMs: 0 },
  };
}

function derive({ headline, description, text, outletId }: Article): DerivedArticle {
  const terms = documentTerms({ title: headline, standfirst: description ?? '', body: text }, [
    { term: `~${outletId}`, impact: 255 },
    { term: languageTerm('en'), impact: 255 },
  ]);
  return {
    topics: [],
    vector: joinTerms(topVector(terms)),
    terms: joinTerms(terms),
    signature: new Uint32Array(128),
    nameKeys: [],
    agency: null,
  };
}

function record(doc: BenchDocument): ArticleRecord {
  const own = article(doc);
  return { article: own, derived: derive(own) };
}

type AddBatch = Parameters<Parameters<IndexedDbStore['addInBulk']>[0]>[0];

/** The store itself, whole texts included. A typed query is answered as the library's is: counted, with rows, snippets and marks. */
export function createSidelight(): Engine & TypedEngine {
  let store: IndexedDbStore;
  let filling: { add: AddBatch; end: () => Promise<unknown> } | null = null;

  /** One addition in bulk, as importing a pack is, held open from the first batch to `finish`. */
  const beginFilling = (): Promise<NonNullable<typeof filling>> =>
    new Promise((begun) => {
      const over = Promise.withResolvers<void>();
      const written = store.addInBulk((add) => {
        const end = (): Promise<unknown> => {
          over.resolve();
          return written;
        };
        begun({ add, end });
        return over.promise;
      });
    });

  return {
    async open() {
      const opened = await openStore({ derive, nowMs: Date.now });
      if (!opened.ok) throw new Error(opened.error.message);
      store = opened.value;
    },
    async add(docs) {
      filling ??= await beginFilling();
      await filling.add(docs.map(record));
    },
    async finish() {
      await store.putOutlets(
        Array.from({ length: 40 }, (_, id) => ({
          id: `outlet:${id}`,
          name: outletOf(id),
          url: null,
          country: null,
          languages: [],
          sample: false,
          provenance: { kind: 'pack', source: 'bench', licence: null, addedAtMs: 0 },
        })),
      );
      await filling?.end();
      filling = null;
      for (;;) if ((await store.upkeep()).done) return;
    },
    async insert(doc) {
      const added = await store.addArticles([record(doc)]);
      if (!added.ok) throw new Error(added.error.message);
    },
    async query({ terms }) {
      return (await store.evaluate(terms, 20)).length;
    },
    async typed(query) {
      return (await searchStore(written(query), store, { limit: 20 })).hits.length;
    },
    async facets(query) {
      return (await searchFacets(written(query), store, { topicLabel: (id) => id })).counted;
    },
    async close() {
      store.close();
    },
  };
}

function written({ all, any, not, phrase, prefix, typo, outlet }: TypedQuery): string {
  return [
    outlet && `outlet:"${outlet}"`,
    ...all,
    any.join(' OR '),
    ...not.map((word) => `-${word}`),
    phrase.length > 0 ? `"${phrase.join(' ')}"` : '',
    typo,
    prefix && `${prefix}*`,
    '',
  ].join(' ');
}
