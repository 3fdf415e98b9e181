import type { Article, Provenance } from '../core/article.ts';
import { canonicalUrl } from '../core/canonical-url.ts';
import { parseDateMs } from '../core/date.ts';
import { writtenLanguage } from '../core/language-tag.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import type { GazetteerEntry } from '../core/topic.ts';
import type { ArticleRecord, OutletRecord, PackManifest, PackRecord, ReporterRecord, TopicRecord } from './types.ts';

/** Provenance of what is imported from a pack: the record's own licence, else the pack's. `addedAtMs` is epoch ms. */
export function packProvenance(record: PackRecord, manifest: PackManifest, addedAtMs: number): Provenance {
  return { kind: 'pack', source: manifest.name, licence: record.licence ?? manifest.licence, addedAtMs };
}

/** A pack's report as the index keeps it: at the one spelling of its address, by which its page, feeds and saves know it. */
export function toArticle(record: ArticleRecord, provenance: Provenance): Article {
  const { type: _type, licence: _licence, source: _source, ...fields } = record;
  const language = record.language === null ? null : writtenLanguage(record.language);
  const url = canonicalUrl(record.url) ?? record.url;
  return { ...fields, url, language, publishedAtMs: parseDateMs(record.datePublished), provenance };
}

/** A pack's reporter as the index keeps it. */
export function toReporter(record: ReporterRecord, provenance: Provenance): Reporter {
  const { type: _type, licence: _licence, source: _source, ...fields } = record;
  return { ...fields, provenance };
}

/** A pack's outlet as the index keeps it. */
export function toOutlet(record: OutletRecord, provenance: Provenance): Outlet {
  const { type: _type, licence: _licence, source: _source, ...fields } = record;
  return { ...fields, provenance };
}

/** A pack's topic as a gazetteer entry. */
export function toTopic(record: TopicRecord): GazetteerEntry {
  const { id, kind, names, description } = record;
  return { id, kind, names, ...(description !== null && { description }) };
}
