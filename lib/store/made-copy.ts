import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../core/canonical-json.ts';
import { shortHash } from '../core/hash.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Correction, Settings } from '../core/user-data.ts';
import { headerLine, type RowCounts, rowLine, settingsLine } from './backup.ts';
import type { BackupContent, BackupTable, Made } from './backup-source.ts';
import type { NewCopy } from './indexed-db/copies.ts';
import type { IndexedDbStore } from './indexed-db/open-store.ts';
import { attemptResult } from './indexed-db/storage-failure.ts';

/** Bytes of kept reports in one copy, before they are packed: of texts about a third is left then. */
export const COPIED_REPORTS_MAX = 48_000_000;

const BATCH = 200;
const ARTICLES_AT_ONCE = 32;

/** Tables of what the user made; `versions` only of reports they keep. What packs and feeds brought can be had again. */
const MADE_TABLES = [
  'pins',
  'notes',
  'collections',
  'collectionItems',
  'trash',
  'fieldEdits',
  'readingPositions',
  'corrections',
  'followed',
  'saves',
  'versions',
  'sources',
] as const satisfies BackupTable[];

type MadeContent = { [Table in (typeof MADE_TABLES)[number]]: BackupContent[Table] };

/** What copies of the same have in common, and others have not. */
export function markOf({ writes, sinceMs }: Made, settings: Settings): string {
  return `${writes} ${sinceMs ?? ''} ${shortHash(canonicalJson(settings))}`;
}

/**
 * A copy of what the user made, as a backup (docs/backup-format.md): their settings, their rows, the reports they saved, pinned, gathered or threw away with
 * those reports' reporters and outlets. Writers wait while the rows are read, not while the texts are. `changed-meanwhile` while a restore is unfinished:
 * its reports are still to come, and nothing would tell later that the copy lacks them.
 */
export function copyMade(
  store: IndexedDbStore,
  settings: Settings,
  nowMs: number,
  reportsMax = COPIED_REPORTS_MAX,
): Promise<Result<NewCopy>> {
  return attemptResult(() => pack(store, settings, nowMs, reportsMax));
}

async function pack(store: IndexedDbStore, settings: Settings, nowMs: number, reportsMax: number): Promise<Result<NewCopy>> {
  const read = await store.undisturbed(async () =>
    (await store.restoreLeft()) === null ? { made: await store.made(), content: await readMade(store) } : null,
  );
  if (read === null) return fail('changed-meanwhile', 'A restore is not finished yet.');
  const { made, content } = read;
  const packing = new CompressionStream('gzip');
  const writer = packing.writable.getWriter();
  const packed = new Response(packing.readable).arrayBuffer();
  // A failure of the writing is the one to tell.
  packed.catch(() => {});
  const hash = sha256.create();
  const counts: RowCounts = {};
  const put = async (table: keyof RowCounts, line: string): Promise<number> => {
    const bytes = utf8ToBytes(line) as Uint8Array<ArrayBuffer>;
    hash.update(bytes);
    counts[table] = (counts[table] ?? 0) + 1;
    await writer.write(bytes);
    return bytes.length;
  };
  await put('settings', settingsLine(settings));
  for (const table of MADE_TABLES) for (const row of content[table]) await put(table, rowLine(table, row));
  const kept = keptReports(content);
  const people = peopleOf(content);
  const outlets = new Set<string>();
  let [room, left] = [reportsMax, kept.length];
  for (let from = 0; from < kept.length && room > 0; from += ARTICLES_AT_ONCE) {
    const docIds = (await store.docIdsOf(kept.slice(from, from + ARTICLES_AT_ONCE))).filter((docId) => docId !== null);
    for (const { article } of await store.readArticles(docIds, { text: true })) {
      if (room <= 0) break;
      for (const { reporterId } of article.authors) if (reporterId !== null) people.add(reporterId);
      if (article.outletId !== null) outlets.add(article.outletId);
      room -= await put('articles', rowLine('articles', article));
      left--;
    }
    // Reports that a pack's removal took are no loss of the copy's.
    left -= Math.min(ARTICLES_AT_ONCE, kept.length - from) - docIds.length;
  }
  for (const reporter of await store.getReporters([...people])) {
    if (reporter.outletId !== null) outlets.add(reporter.outletId);
    await put('reporters', rowLine('reporters', reporter));
  }
  for (const outlet of await store.listOutlets()) if (outlets.has(outlet.id)) await put('outlets', rowLine('outlets', outlet));
  await writer.close();
  return ok({
    madeAtMs: nowMs,
    mark: markOf(made, settings),
    counts: counts as Record<string, number>,
    leftOut: left,
    header: headerLine(counts, bytesToHex(hash.digest())),
    packed: new Uint8Array(await packed),
  });
}

async function readMade(store: IndexedDbStore): Promise<MadeContent> {
  const content = Object.fromEntries(MADE_TABLES.map((table) => [table, []])) as unknown as MadeContent;
  for (const table of MADE_TABLES) {
    let after: string | null = null;
    for (;;) {
      const rows: { id: string }[] = await store.readRows(table, after, BATCH);
      (content[table] as { id: string }[]).push(...rows);
      after = rows.at(-1)?.id ?? null;
      if (rows.length < BATCH) break;
    }
  }
  const kept = new Set(keptReports(content));
  content.versions = content.versions.filter(({ articleId }) => kept.has(articleId));
  return content;
}

/** Reports that the user keeps, those first that were saved last, then pinned ones: what is cut off is what matters least. */
function keptReports({ saves, pins, collectionItems, trash }: MadeContent): string[] {
  const newest = <Row>(rows: Row[], atMs: (row: Row) => number): Row[] => [...rows].sort((a, b) => atMs(b) - atMs(a));
  return [
    ...new Set([
      ...newest(saves, (row) => row.savedAtMs).map(({ id }) => id),
      ...newest(pins, (row) => row.pinnedAtMs).map(({ id }) => id),
      ...newest(collectionItems, (row) => row.addedAtMs).map(({ articleId }) => articleId),
      ...newest(trash, (row) => row.trashedAtMs).flatMap(({ articleIds }) => articleIds),
    ]),
  ];
}

/** Reporters that the user follows, corrected or said something of. */
function peopleOf({ followed, fieldEdits, corrections }: MadeContent): Set<string> {
  const ofCorrection = (row: Correction): string[] =>
    row.kind === 'same-reporter'
      ? [row.reporterId, row.sameAsId]
      : row.kind === 'other-reporter'
        ? [row.reporterId, row.otherId]
        : row.kind === 'not-theirs'
          ? [row.reporterId]
          : [];
  return new Set([
    ...followed.flatMap(({ id }) => (id.startsWith('@') ? [id.slice(1)] : [])),
    ...fieldEdits.flatMap((edit) => (edit.of === 'reporter' ? [edit.recordId] : [])),
    ...corrections.flatMap(ofCorrection),
  ]);
}
