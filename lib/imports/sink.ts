import { parseWebUrl } from '../core/canonical-url.ts';
import { parseDateMs } from '../core/date.ts';
import type { PinState } from '../core/user-data.ts';
import { cleanLine, cleanParagraphs } from '../text/clean-text.ts';
import type { ImportedItem, ImportProblem, ImportProblemCode } from './types.ts';

/** Reports of one file at most. */
export const ITEMS_MAX = 200_000;
/** Characters of a title, a note, a name or tag at most; what is longer is cut. */
const LINE_MAX = 2_000;
const TEXT_MAX = 50_000;
const TAG_MAX = 100;
const TAGS_MAX = 100;
const AUTHORS_MAX = 100;
/** Places noted of each problem, and names of what was not taken. */
const PLACES_MAX = 20;
const NAMES_MAX = 50;
const NAME_MAX = 60;
/** Before this, a number is no time of a bookmark in any unit: 1995. */
const EARLIEST_MS = 788_918_400_000;
const LATEST_MS = 4_102_444_800_000;

/** A record as its format says it; the sink makes an item of it. */
export interface RawItem {
  url: string | null | undefined;
  /** The name under which an archive keeps more of it. */
  name?: string | null;
  title?: string | null | undefined;
  /** A number of seconds, ms or µs since 1970, or an ISO 8601 date. */
  added?: string | number | null | undefined;
  state?: PinState | null;
  tags?: readonly string[];
  note?: string | null | undefined;
  authors?: ImportedItem['authors'];
  outlet?: string | null | undefined;
  /** ISO 8601, perhaps partial. */
  published?: string | null | undefined;
  language?: string | null | undefined;
  description?: string | null | undefined;
}

/** Where readers put what they find: everything is checked and cut here, once. */
export interface ImportSink {
  readonly items: ImportedItem[];
  /** See `ImportReading`. */
  readonly names: Map<string, string>;
  /** `at`: its line, or its number where the format has no lines. */
  add(raw: RawItem, at: number): void;
  problem(code: ImportProblemCode, at: number, times?: number): void;
  problems(): ImportProblem[];
  /** A column, tag or field holds something that nothing here stands for. */
  leave(name: string): void;
  untaken(): string[];
}

/** An empty sink. */
export function importSink(): ImportSink {
  const items: ImportedItem[] = [];
  const problems = new Map<ImportProblemCode, ImportProblem>();
  const untaken = new Set<string>();
  const names = new Map<string, string>();
  function problem(code: ImportProblemCode, at: number, times = 1): void {
    const known = problems.get(code) ?? { code, count: 0, at: [] };
    problems.set(code, known);
    known.count += times;
    if (known.at.length < PLACES_MAX) known.at.push(at);
  }
  return {
    items,
    names,
    problem,
    problems: () => [...problems.values()],
    leave(name) {
      if (untaken.size < NAMES_MAX) untaken.add(cleanLine(name.slice(0, NAME_MAX)));
    },
    untaken: () => [...untaken].filter((name) => name !== ''),
    add(raw, at) {
      const address = raw.url?.trim() ?? '';
      if (address === '') return problem('no-address', at);
      const url = parseWebUrl(address);
      if (url === null) return problem('not-web', at);
      if (items.length >= ITEMS_MAX) return problem('too-many', at);
      if (raw.name) names.set(raw.name, url.href);
      const cut = (text: string | null | undefined, max: number, clean: (text: string) => string): string | null => {
        if (text == null) return null;
        if (text.length > max) problem('too-long', at);
        return clean(text.slice(0, max)) || null;
      };
      const addedAtMs = timeOf(raw.added);
      const published = raw.published?.trim() || null;
      const isDate = published !== null && parseDateMs(published) !== null;
      if ((addedAtMs === null && !isEmpty(raw.added)) || (published !== null && !isDate)) problem('bad-date', at);
      items.push({
        url: url.href,
        title: cut(raw.title, LINE_MAX, cleanLine),
        addedAtMs,
        state: raw.state ?? null,
        tags: uniqueTags(raw.tags ?? []),
        note: cut(raw.note, TEXT_MAX, cleanParagraphs),
        authors: (raw.authors ?? []).slice(0, AUTHORS_MAX).flatMap(({ name, isOrganisation }) => {
          const clean = cleanLine(name.slice(0, LINE_MAX));
          return clean === '' ? [] : [{ name: clean, isOrganisation }];
        }),
        outlet: cut(raw.outlet, LINE_MAX, cleanLine),
        datePublished: isDate ? published : null,
        language: languageOf(raw.language),
        description: cut(raw.description, TEXT_MAX, cleanLine),
      });
    },
  };
}

/** Tags without those that are the same but for case and white space; the first spelling stays. */
export function uniqueTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const clean = cleanLine(tag.slice(0, TAG_MAX));
    if (clean !== '' && !seen.has(clean.toLowerCase())) seen.set(clean.toLowerCase(), clean);
  }
  return [...seen.values()].slice(0, TAGS_MAX);
}

function isEmpty(value: RawItem['added']): boolean {
  // Programs write 0 for "no time".
  return value == null || value === 0 || /^\s*0*\s*$/.test(String(value));
}

/** Epoch ms; programs count in seconds, ms or µs, which no date leaves in doubt. */
function timeOf(value: RawItem['added']): number | null {
  if (isEmpty(value)) return null;
  const text = String(value).trim();
  if (!/^\d{1,17}(?:\.\d+)?$/.test(text)) return parseDateMs(text);
  for (const factor of [1_000, 1, 0.001]) {
    const ms = Math.round(Number(text) * factor);
    if (ms >= EARLIEST_MS && ms < LATEST_MS) return ms;
  }
  return parseDateMs(text);
}

function languageOf(text: string | null | undefined): string | null {
  const tag = /^\s*([a-z]{2,3})(?:[-_][a-z\d]+)*\s*$/i.exec(text ?? '')?.[1];
  return tag?.toLowerCase() ?? null;
}
