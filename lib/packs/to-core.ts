import type { Article, Provenance } from '../core/article.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import type { GazetteerEntry } from '../core/topic.ts';
import type { ArticleRecord, OutletRecord, PackManifest, PackRecord, ReporterRecord, TopicRecord } from './types.ts';

/** Provenance of what is imported from a pack: the record's own licence, else the pack's. `addedAtMs` is epoch ms. */
export function packProvenance(record: PackRecord, manifest: PackManifest, addedAtMs: number): Provenance {
  return { kind: 'pack', source: manifest.name, licence: record.licence ?? manifest.licence, addedAtMs };
}

/** A pack's report as the index keeps it. */
export function toArticle(record: ArticleRecord, provenance: Provenance): Article {
  const { type: _type, licence: _licence, source: _source, ...fields } = record;
  return { ...fields, publishedAtMs: record.datePublished === null ? null : startOfPeriodMs(record.datePublished), provenance };
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

/**
 * Epoch ms of the start of an ISO 8601 date, full or partial ("2026-01" → 1 January 2026), as UTC where no zone is
 * stated; null for a date that does not exist.
 */
export function startOfPeriodMs(date: string): number | null {
  const [day = '', time = ''] = date.split('T');
  const midnightMs = Date.parse(day);
  // Engines roll 31 February over into March; a date that does not exist is unknown instead.
  if (Number.isNaN(midnightMs) || !new Date(midnightMs).toISOString().startsWith(day)) return null;
  if (time === '') return midnightMs;
  const zone = /(Z|[+-]\d{2}:?\d{2})$/.exec(time)?.[0] ?? '';
  const clock = zone === '' ? time : time.slice(0, -zone.length);
  const ms = Date.parse(`${day}T${clock}${zone === '' ? 'Z' : zone.replace(/^(.\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(ms) ? null : ms;
}
