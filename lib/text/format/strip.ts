/** One bar of a strip plot, in units of the plot's own box. */
export interface StripBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Index into the bins given. */
  bin: number;
}

/**
 * Lays counts out as bars on a common base line. Every non-empty bin gets at least two units of height, so that a single report
 * never disappears beside a busy week; empty bins get no bar. Heights grow with the square root of the count.
 */
export function layOutStrip(counts: number[], width: number, height: number): StripBar[] {
  const highest = Math.max(0, ...counts.filter(Number.isFinite));
  if (highest <= 0 || counts.length === 0) return [];
  const slot = width / counts.length;
  const barWidth = Math.max(1, Math.min(slot * 0.75, 10));
  return counts.flatMap((count, bin) => {
    if (!(count > 0)) return [];
    const barHeight = Math.max(2, Math.sqrt(count / highest) * height);
    return [{ x: bin * slot + (slot - barWidth) / 2, y: height - barHeight, width: barWidth, height: barHeight, bin }];
  });
}
