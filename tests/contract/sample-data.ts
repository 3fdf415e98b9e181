import type { Article } from '../../lib/core/article.ts';
import { newPin } from '../../lib/core/new-pin.ts';
import type { Outlet } from '../../lib/core/outlet.ts';
import type { Reporter } from '../../lib/core/reporter.ts';
import type { InstalledPack } from '../../lib/core/source.ts';
import type { Pin } from '../../lib/core/user-data.ts';
import { joinTerms } from '../../lib/index/packed-terms.ts';
import { documentTerms, topVector } from '../../lib/index/vector.ts';
import type { ArticleRecord, DerivedArticle, Store } from '../../lib/store/store.ts';

const PROVENANCE = { kind: 'pack', source: 'test', licence: 'CC0-1.0', addedAtMs: 1 } as const;

/** An article about the words of its headline and text. */
export function article(id: string, over: Partial<Article> = {}): Article {
  return {
    id,
    url: `https://example.com/${id}`,
    headline: `Report ${id}`,
    description: null,
    text: '',
    language: 'en',
    datePublished: null,
    dateModified: null,
    publishedAtMs: null,
    outletId: 'outlet:o',
    authors: [],
    section: null,
    keywords: [],
    sample: false,
    provenance: PROVENANCE,
    ...over,
  };
}

/** What the index holds of a test article: its words, its outlet, its reporters, and `#topic` for each keyword. */
export function derive(source: Article): DerivedArticle {
  const pseudo = source.keywords.map((keyword) => ({ term: `#${keyword}`, impact: 200 }));
  for (const { reporterId } of source.authors) if (reporterId !== null) pseudo.push({ term: `@${reporterId}`, impact: 255 });
  if (source.outletId !== null) pseudo.push({ term: `~${source.outletId}`, impact: 255 });
  const terms = documentTerms({ title: source.headline, standfirst: source.description ?? '', body: source.text }, pseudo);
  return {
    topics: source.keywords.map((id) => ({ id, salience: 0.5, inTitle: false })),
    vector: joinTerms(topVector(terms)),
    terms: joinTerms(terms),
    signature: Uint32Array.from({ length: 128 }, (_, i) => i + source.headline.length),
    nameKeys: source.headline.split(' ').map((word) => `=${word}`),
    agency: source.description,
  };
}

/** An article with what is derived from it. */
export function record(id: string, over: Partial<Article> = {}): ArticleRecord {
  const made = article(id, over);
  return { article: made, derived: derive(made) };
}

/** A reporter. */
export function reporter(id: string, over: Partial<Reporter> = {}): Reporter {
  return {
    id,
    name: `Reporter ${id}`,
    alternateNames: [],
    jobTitle: null,
    outletId: null,
    bio: null,
    bioSource: null,
    languages: [],
    sameAs: [],
    sample: false,
    provenance: PROVENANCE,
    ...over,
  };
}

/** An outlet. */
export function outlet(id: string, over: Partial<Outlet> = {}): Outlet {
  return { id, name: `Outlet ${id}`, url: null, country: null, languages: [], sample: false, provenance: PROVENANCE, ...over };
}

/** A pin of an article. */
export function pin(id: string, over: Partial<Pin> = {}): Pin {
  const { url, headline, datePublished, publishedAtMs, language, sample } = article(id);
  const row = { id, url, headline, outletName: null, datePublished, publishedAtMs, language, authors: [], sample };
  return { ...newPin({ id, article: row, state: 'unread', pinnedAtMs: 5 }), ...over };
}

/** A row or more in each table of what the user makes in the library: 11 in all. */
export async function fillLibrary(store: Store): Promise<void> {
  const { article: row } = pin('r1');
  const at = { rank: '0000000001i', updatedAtMs: 3 };
  const collection = { id: 'c1', name: 'Oreshnik', parentId: null, query: null, createdAtMs: 3, ...at };
  const item = { id: 'c1 r1', collectionId: 'c1', articleId: 'r1', article: row, addedAtMs: 3, ...at };
  const note = { id: 'pin r1', text: '# Why\n\n*Votkinsk*', draft: 'Why n', updatedAtMs: 3 };
  const edit = { recordId: 'r1', source: 'test', atMs: 3 };
  const written = await store.changeRows(
    ['notes', 'collections', 'collectionItems', 'trash', 'fieldEdits', 'readingPositions'],
    async ({ notes, collections, collectionItems, trash, fieldEdits, readingPositions }) => {
      await notes.put(note);
      await collections.put(collection);
      await collections.put({ ...collection, id: 'c2', parentId: 'c1', query: 'Oreshnik lang:uk' });
      await collectionItems.put(item);
      const gone = { trashedAtMs: 3, articleIds: ['r5'], notes: [{ ...note, id: 'pin r5' }] };
      await trash.put({ ...gone, id: 'pin r5', kind: 'pin', pin: pin('r5', { tags: ['a', 'b'] }) });
      await trash.put({ ...gone, id: 'collection c9', kind: 'collection', collection: { ...collection, id: 'c9' }, within: [], items: [] });
      await trash.put({
        ...gone,
        id: 'item c1 r5',
        kind: 'item',
        item: { ...item, id: 'c1 r5', articleId: 'r5', article: pin('r5').article },
      });
      await fieldEdits.put({ ...edit, id: 'article r1 headline', of: 'article', field: 'headline', value: 'H', found: 'Report r1' });
      await fieldEdits.put({ ...edit, id: 'article r1 authors', of: 'article', field: 'authors', value: ['A', 'B'], found: [] });
      await fieldEdits.put({ ...edit, id: 'reporter p bio', recordId: 'p', of: 'reporter', field: 'bio', value: null, found: 'b' });
      await readingPositions.put({ id: 'r1', paragraph: 2, share: 0.25, atMs: 3 });
    },
  );
  if (!written.ok) throw new Error(written.error.message);
}

/** An installed pack. */
export function pack(name: string, sha256: string): InstalledPack {
  return { id: `pack:${name}`, name, licence: 'CC0-1.0', source: 's', date: null, sha256, publicKey: null, importedAtMs: 1 };
}
