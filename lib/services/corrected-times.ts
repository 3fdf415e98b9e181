import { parseDateMs } from '../core/date.ts';
import type { FieldEdit } from '../core/field-edit.ts';
import type { MatchNode } from '../index/match.ts';
import type { Store } from '../store/store.ts';

/** When reports were published as the reader corrected it, minutes since the epoch, by docId; null where no day is known. */
export type CorrectedTimes = ReadonlyMap<number, number | null>;

/** Reads `CorrectedTimes`; `edits` may be of any fields. */
export async function correctedTimes(edits: readonly FieldEdit[], store: Store): Promise<CorrectedTimes> {
  const days = edits.flatMap((edit) => (edit.field === 'datePublished' ? [{ id: edit.recordId, ms: parseDateMs(edit.value) }] : []));
  const docIds = days.length === 0 ? [] : await store.docIdsOf(days.map(({ id }) => id));
  return new Map(
    days.flatMap(({ ms }, i) => {
      const docId = docIds[i] ?? null;
      return docId === null ? [] : [[docId, ms === null ? null : Math.floor(ms / 60_000)] as const];
    }),
  );
}

/** Reports published within `[fromMin, toMin)`: a corrected day counts instead of the one that was found. */
export function publishedWithin(fromMin: number, toMin: number, corrected: CorrectedTimes): MatchNode {
  const found: MatchNode = { kind: 'published', fromMin, toMin };
  if (corrected.size === 0) return found;
  const within = [...corrected].flatMap(([docId, min]) => (min !== null && min >= fromMin && min < toMin ? [docId] : []));
  return {
    kind: 'or',
    parts: [
      { kind: 'and', parts: [found, { kind: 'not', part: docsOf(corrected) }] },
      { kind: 'docs', docIds: within },
    ],
  };
}

/** When the reports of each node were published, as `MatchRequest.minutes` gives it, corrected days instead of those found. */
export async function publishedTimes(nodes: MatchNode[], corrected: CorrectedTimes, store: Store): Promise<Uint32Array[]> {
  const all: MatchNode = { kind: 'not', part: docsOf(corrected) };
  const { minutes } = await store.match({ where: all, weights: [], order: 'newest', limit: 0, minutes: true, counts: nodes });
  if (corrected.size === 0) return minutes.slice(1);
  return Promise.all(
    nodes.map(async (node, i) => {
      const own = (await correctedOf(node, corrected, store)).flatMap((docId) => corrected.get(docId) ?? []);
      return Uint32Array.from([...(minutes[i + 1] ?? []), ...own]);
    }),
  );
}

/** Of the reports whose day was corrected those that a node matches; it must hold no checks. */
export async function correctedOf(node: MatchNode, corrected: CorrectedTimes, store: Store): Promise<number[]> {
  const where: MatchNode = { kind: 'and', parts: [node, docsOf(corrected)] };
  const { best } = await store.match({ where, weights: [], order: 'newest', limit: corrected.size });
  return best.map(({ docId }) => docId);
}

function docsOf(corrected: CorrectedTimes): MatchNode {
  return { kind: 'docs', docIds: [...corrected.keys()] };
}
