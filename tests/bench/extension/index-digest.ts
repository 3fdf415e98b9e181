import { GAZETTEER_FILE, readTopics } from '../../../lib/background/topics-in-use.ts';
import type { Article } from '../../../lib/core/article.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import type { Gazetteer } from '../../../lib/topics/gazetteer.ts';

const READ_AT_ONCE = 500;
const TERMS = 400;
const PREFIXES = ['ba', 'dre', 'gu', 'oresh', 'wo', 'zu'];

/** Digests of an index, equal for equal ones however they were written. */
export interface IndexDigest {
  articles: number;
  /** Reports with their texts and what was derived of them. */
  reports: string;
  /** For some hundred terms the reports that hold them, with their scores. */
  postings: string;
  /** Words of some beginnings, counted. */
  words: string;
}

/** Runs inside a page of the extension: does what upkeep has to do, then reads the whole index. */
async function digestIndex(): Promise<IndexDigest> {
  let gazetteer: Gazetteer;
  const opened = await openStore({ derive: (article) => deriveArticle(article, gazetteer), nowMs: () => Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const topics = await readTopics(new Uint8Array(await (await fetch(GAZETTEER_FILE)).arrayBuffer()), store);
  if (!topics.ok) throw new Error(topics.error.code);
  gazetteer = topics.value.gazetteer;
  while (!(await store.upkeep()).done);
  const { articles } = await store.status();
  const reports: string[] = [];
  const terms: string[] = [];
  const idOf = new Map<number, string>();
  for (let after: string | null = null; ; ) {
    const rows: Article[] = await store.readRows('articles', after, READ_AT_ONCE);
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
    for (const { docId, article, topics, vector, signature, nameKeys, agency } of await store.getArticles(rows.map(({ id }) => id))) {
      idOf.set(docId, article.id);
      const said = { ...article, provenance: { ...article.provenance, addedAtMs: 0 } };
      reports.push(await sha256(JSON.stringify([article.id, said, topics, vector, [...signature], nameKeys, agency])));
      if (reports.length % Math.ceil(articles / TERMS) === 0)
        terms.push(vector[0]!.term, vector.at(-1)!.term, ...topics.map(({ id }) => `#${id}`));
    }
  }
  const postings: string[] = [];
  for (const term of new Set(terms)) {
    const found = await store.evaluate([{ term, weight: 1 }], articles);
    postings.push(`${term} ${found.map(({ docId, score }) => `${idOf.get(docId)} ${score}`).sort()}`);
  }
  const words = await Promise.all(PREFIXES.map((prefix) => store.wordsWithPrefix(prefix, 200)));
  store.close();
  return {
    articles,
    reports: await sha256(reports.join()),
    postings: await sha256(postings.join()),
    words: await sha256(JSON.stringify(words)),
  };
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const page = globalThis as { sidelightDigest?: IndexDigest | string };
digestIndex().then(
  (digest) => {
    page.sidelightDigest = digest;
  },
  (error) => {
    page.sidelightDigest = String(error);
  },
);
