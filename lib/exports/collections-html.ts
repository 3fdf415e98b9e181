import { langOf } from '../citations/html.ts';
import { escapeHtml } from '../citations/rich-text.ts';
import { type Collection, type CollectionItem, type Note, standing } from '../core/library.ts';
import { anchorOf, linkHtml } from './html-parts.ts';

/** Collections with what is in them. */
export interface Gathered {
  /** In order, each before those that stand in it. */
  shown: { collection: Collection; description: string; items: { item: CollectionItem; note: string }[] }[];
  /** Items whose collection is not there. */
  left: CollectionItem[];
}

/** Puts items and notes to their collections. */
export function gathered(collections: readonly Collection[], items: readonly CollectionItem[], notes: readonly Note[]): Gathered {
  const texts = new Map(notes.map(({ id, text }) => [id, text]));
  const of = new Map(collections.map((collection) => [collection.id, [] as CollectionItem[]]));
  const left = items.filter((item) => of.get(item.collectionId)?.push(item) === undefined);
  const placed = standing(collections);
  const within = (parentId: string | null): Collection[] => placed.filter((each) => each.parentId === parentId).toSorted(byRank);
  const shown = within(null)
    .flatMap((top) => [top, ...within(top.id)])
    .map((collection) => ({
      collection,
      description: texts.get(`collection ${collection.id}`) ?? '',
      items: (of.get(collection.id) ?? []).toSorted(byRank).map((item) => ({ item, note: texts.get(`item ${item.id}`) ?? '' })),
    }));
  return { shown, left };
}

/** What a report is called: in the index, where it is there, and by the reader, where they corrected it. */
export interface Headlines {
  inIndex: string | undefined;
  corrected: string | undefined;
}

/** Collections one after the other, those in others a level lower. */
export function* collectionsHtml(
  shown: Gathered['shown'],
  headlines: (articleId: string) => Headlines,
  filledBy: (query: string) => string,
): Iterable<string> {
  for (const { collection, description, items } of shown) {
    const level = collection.parentId === null ? 'h3' : 'h4';
    yield `<${level} dir="auto">${escapeHtml(collection.name)}</${level}>\n`;
    if (collection.query !== null) yield `<p class="meta" dir="auto">${escapeHtml(filledBy(collection.query))}</p>\n`;
    if (description !== '') yield noteHtml(description);
    if (items.length === 0) continue;
    yield '<ul>\n';
    for (const { item, note } of items) {
      const { inIndex, corrected } = headlines(item.articleId);
      const title =
        inIndex === undefined
          ? `<span${langOf(item.article.language)}>${linkHtml(item.article.url, corrected ?? item.article.headline)}</span>`
          : `<a href="#${anchorOf(item.articleId)}">${escapeHtml(inIndex)}</a>`;
      yield `<li dir="auto">${title}${note === '' ? '' : noteHtml(note)}</li>\n`;
    }
    yield '</ul>\n';
  }
}

function noteHtml(text: string): string {
  return `<div class="note" dir="auto">${escapeHtml(text)}</div>`;
}

function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1;
}
