import { quotation } from './highlights.ts';
import { isoOf, partialDate } from './partial-date.ts';
import { doiAddress } from './ris.ts';
import type { ImportSink, RawItem } from './sink.ts';
import { stateOf } from './table.ts';
import type { ImportReader } from './types.ts';

/** Characters of a JSON file at most: it must be held whole. */
export const JSON_MAX = 32_000_000;

/**
 * A JSON file, held whole since JSON cannot be read in pieces without a library; what is longer than `JSON_MAX` is left out and said so. `take` makes a record of each
 * element of the list; `keys` are those of which something is taken.
 */
function listReader(sink: ImportSink, keys: string, take: (row: Record<string, unknown>) => RawItem): ImportReader {
  const taken = new Set(keys.split(' '));
  const parts: string[] = [];
  let length = 0;
  return {
    write(text) {
      length += text.length;
      if (length <= JSON_MAX) parts.push(text);
    },
    end() {
      if (length > JSON_MAX) return sink.problem('too-many', 1);
      const list = parsed(parts.join('').replace(/^\ufeff/, ''));
      if (list === null) return sink.problem('broken', 1);
      list.forEach((row, index) => {
        if (typeof row !== 'object' || row === null || Array.isArray(row)) sink.problem('broken', index + 1);
        else {
          for (const [key, value] of Object.entries(row)) if (!taken.has(key) && !isNothing(value)) sink.leave(key);
          sink.add(take(row as Record<string, unknown>), index + 1);
        }
      });
    },
  };
}

function parsed(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * Omnivore's export: `metadata_0_to_20.json` and so on. Source: `packages/api/src/jobs/export.ts` of omnivore-app/omnivore, which writes id, slug, title, description, author,
 * url, state, readingProgress (percent), thumbnail, labels, savedAt, updatedAt, publishedAt.
 */
export function omnivoreReader(sink: ImportSink): ImportReader {
  const keys = 'slug url originalUrl title savedAt state readingProgress labels author publishedAt description';
  return listReader(sink, keys, (row) => {
    const progress = typeof row.readingProgress === 'number' ? row.readingProgress : 0;
    const author = textOf(row.author);
    return {
      url: textOf(row.url) ?? textOf(row.originalUrl),
      name: textOf(row.slug),
      title: textOf(row.title),
      added: textOf(row.savedAt),
      state: stateOf(textOf(row.state) ?? '') ?? (progress >= 100 ? 'read' : progress > 0 ? 'reading' : 'unread'),
      tags: listOf(row.labels).flatMap((label) => textOf(label) ?? textOf((label as { name?: unknown } | null)?.name) ?? []),
      authors: author === null ? [] : [{ name: author, isOrganisation: false }],
      published: textOf(row.publishedAt),
      description: textOf(row.description),
    };
  });
}

/**
 * What was highlighted in Pocket: `annotations/part_000000.json` and so on. Source: `annotationsExportService.ts` of Pocket/pocket-monorepo, which writes url, title, and
 * highlights as quote and created_at (seconds), in no order.
 */
export function pocketHighlightsReader(sink: ImportSink): ImportReader {
  return listReader(sink, 'url title highlights', (row) => {
    const highlights = listOf(row.highlights)
      .map((highlight) => (highlight ?? {}) as { quote?: unknown; created_at?: unknown })
      .map(({ quote, created_at: at }) => ({ quote: textOf(quote), at: typeof at === 'number' ? at : 0 }))
      .sort((a, b) => a.at - b.at);
    return {
      url: textOf(row.url),
      title: textOf(row.title),
      added: highlights.find(({ at }) => at > 0)?.at,
      note: highlights.flatMap(({ quote }) => (quote === null ? [] : [quotation(quote)])).join('\n\n'),
    };
  });
}

/** CSL-JSON, as Zotero and others write it. Source: the schema csl-data.json of the Citation Style Language, version 1.0.2. */
export function cslReader(sink: ImportSink): ImportReader {
  const keys = 'URL DOI title author reporter container-title publisher issued accessed language abstract note annote keyword';
  return listReader(sink, keys, (row) => {
    const doi = textOf(row.DOI);
    return {
      url: textOf(row.URL) ?? (doi === null ? null : doiAddress(doi)),
      title: textOf(row.title),
      authors: listOf(row.author ?? row.reporter).map(cslPerson),
      outlet: textOf(row['container-title']) ?? textOf(row.publisher),
      published: cslDate(row.issued),
      added: cslDate(row.accessed),
      language: textOf(row.language),
      description: textOf(row.abstract),
      note: textOf(row.note) ?? textOf(row.annote),
      tags: (textOf(row.keyword) ?? '').split(/\s*[,;]\s*/),
    };
  });
}

function cslPerson(person: unknown): { name: string; isOrganisation: boolean } {
  const parts = (typeof person === 'object' && person !== null ? person : {}) as Record<string, unknown>;
  const literal = textOf(parts.literal);
  if (literal !== null) return { name: literal, isOrganisation: true };
  const names = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].flatMap((part) => textOf(parts[part]) ?? []);
  return { name: names.join(' '), isOrganisation: false };
}

function cslDate(date: unknown): string | null {
  const { 'date-parts': ranges, raw, literal } = (typeof date === 'object' && date !== null ? date : {}) as Record<string, unknown>;
  const [year, month, day] = listOf(listOf(ranges)[0]).map(String);
  return isoOf(year, month, day) ?? partialDate(textOf(raw) ?? textOf(literal));
}

function isNothing(value: unknown): boolean {
  return value == null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
