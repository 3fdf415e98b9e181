/** What was measured of one engine at one size; null where it was not, with `reason`. */
export interface Figures {
  engine: string;
  size: number;
  buildPerSecond: number | null;
  insertP50: number | null;
  insertP95: number | null;
  cold: number | null;
  warm20P50: number | null;
  warm20P95: number | null;
  warm40P50: number | null;
  warm40P95: number | null;
  megabytes: number | null;
  memoryMegabytes: number | null;
  reason: string;
}

/** Figures with nothing measured. */
export function noFigures(engine: string, size: number, reason = ''): Figures {
  return {
    engine,
    size,
    buildPerSecond: null,
    insertP50: null,
    insertP95: null,
    cold: null,
    warm20P50: null,
    warm20P95: null,
    warm40P50: null,
    warm40P95: null,
    megabytes: null,
    memoryMegabytes: null,
    reason,
  };
}

/** The value below which a share of the samples lies. */
export function percentile(samples: number[], share: number): number | null {
  if (samples.length === 0) return null;
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

const COLUMNS: [string, (row: Figures) => string][] = [
  ['size', ({ size }) => size.toLocaleString('en-GB')],
  ['engine', ({ engine }) => engine],
  ['build reports/s', ({ buildPerSecond }) => show(buildPerSecond, 0)],
  ['insert one p50 / p95 ms', ({ insertP50, insertP95 }) => pair(insertP50, insertP95)],
  ['cold open → answer ms', ({ cold }) => show(cold, 1)],
  ['warm 20 terms p50 / p95 ms', ({ warm20P50, warm20P95 }) => pair(warm20P50, warm20P95)],
  ['warm 40 terms p50 / p95 ms', ({ warm40P50, warm40P95 }) => pair(warm40P50, warm40P95)],
  ['on disk MB', ({ megabytes }) => show(megabytes, 1)],
  ['memory MB', ({ memoryMegabytes }) => show(memoryMegabytes, 0)],
];

/** A Markdown table of figures, and under it the ratios to the first engine of each size and the reasons for what is missing. */
export function markdownTable(title: string, rows: Figures[]): string {
  const lines = [`### ${title}`, '', `| ${COLUMNS.map(([name]) => name).join(' | ')} |`, `| ${COLUMNS.map(() => '---').join(' | ')} |`];
  for (const row of rows) lines.push(`| ${COLUMNS.map(([, cell]) => cell(row)).join(' | ')} |`);
  lines.push('');
  for (const size of new Set(rows.map((row) => row.size))) {
    const [own, ...peers] = rows.filter((row) => row.size === size);
    for (const peer of peers) {
      const ratios = [
        ratio('cold', peer.cold, own!.cold),
        ratio('warm', peer.warm20P50, own!.warm20P50),
        ratio('insert', peer.insertP50, own!.insertP50),
      ];
      const known = ratios.filter((text) => text !== '');
      if (known.length > 0) lines.push(`- ${size.toLocaleString('en-GB')}: ${peer.engine} ÷ ${own!.engine}: ${known.join(', ')}`);
    }
  }
  for (const { engine, size, reason } of rows) if (reason !== '') lines.push(`- ${size.toLocaleString('en-GB')}: ${engine}: ${reason}`);
  return `${lines.join('\n')}\n`;
}

function show(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

function pair(first: number | null, second: number | null): string {
  return first === null ? '–' : `${show(first, 1)} / ${show(second, 1)}`;
}

function ratio(name: string, peer: number | null, own: number | null): string {
  return peer === null || own === null || own === 0 ? '' : `${name} ${(peer / own).toFixed(1)}×`;
}
