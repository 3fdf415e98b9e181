import type { Candidate } from './types.ts';

/** Sums scores over a span of docIds and picks the best. */
export class Accumulator {
  private readonly base: number;
  private readonly scores: Float64Array;
  private readonly touched: number[] = [];

  /** Covers docIds `base` … `base + span - 1`; others are ignored by `add`. */
  constructor(base: number, span: number) {
    this.base = base;
    this.scores = new Float64Array(span);
  }

  add(docId: number, score: number): void {
    const at = docId - this.base;
    const before = this.scores[at];
    if (before === undefined) return;
    if (before === 0) this.touched.push(at);
    this.scores[at] = before + score;
  }

  /** The best `limit` with a score above 0, best first, greater docIds first among equals; `skip` names those left out. */
  best(limit: number, skip?: (docId: number) => boolean): Candidate[] {
    const heap = new BestList(limit);
    const seen = new Set<number>();
    for (const at of this.touched) {
      const score = this.scores[at]!;
      const docId = at + this.base;
      if (score <= 0 || !heap.accepts(docId, score)) continue;
      // A score that passed through 0 (negative weights) is in `touched` twice.
      if (seen.has(at) || skip?.(docId) === true) continue;
      seen.add(at);
      heap.push(docId, score);
    }
    return heap.sorted();
  }
}

/** Keeps the best `limit` candidates of many: a binary heap with the worst on top. */
export class BestList {
  private readonly limit: number;
  private readonly heap: Candidate[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether a candidate would be kept. */
  accepts(docId: number, score: number): boolean {
    if (this.limit <= 0) return false;
    if (this.heap.length < this.limit) return true;
    const worst = this.heap[0]!;
    return score > worst.score || (score === worst.score && docId > worst.docId);
  }

  push(docId: number, score: number): void {
    if (!this.accepts(docId, score)) return;
    if (this.heap.length < this.limit) {
      this.heap.push({ docId, score });
      this.up(this.heap.length - 1);
    } else {
      this.heap[0] = { docId, score };
      this.down();
    }
  }

  /** Best first, greater docIds first among equals. */
  sorted(): Candidate[] {
    return [...this.heap].sort((a, b) => b.score - a.score || b.docId - a.docId);
  }

  private up(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!worse(this.heap[at]!, this.heap[parent]!)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private down(): void {
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.heap.length && worse(this.heap[child]!, this.heap[least]!)) least = child;
      }
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    const held = this.heap[a]!;
    this.heap[a] = this.heap[b]!;
    this.heap[b] = held;
  }
}

function worse(a: Candidate, b: Candidate): boolean {
  return a.score < b.score || (a.score === b.score && a.docId < b.docId);
}
