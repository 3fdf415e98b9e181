import type { TopicKind } from '../core/topic.ts';
import { KINDS } from '../topics/layer-format.ts';
import type { SourceEntry } from '../topics/source.ts';
import { type CliIo, UsageError } from './command.ts';
import { inputName, readTextInput } from './io.ts';

const GAZETTEER_MAX_BYTES = 256 * 1024 * 1024;

/** Topics from NDJSON rows `{"id","kind","names"}`. Throws UsageError that names the first line which is none. */
export async function readGivenTopics(source: string, io: CliIo): Promise<SourceEntry[]> {
  const text = await readTextInput(source, io, GAZETTEER_MAX_BYTES);
  const entries: SourceEntry[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = readEntry(line);
    if (!entry) throw new UsageError(`${inputName(source)}, line ${i + 1}: wants {"id","kind","names":{"en":["…"]}}`);
    entries.push(entry);
  }
  return entries;
}

function readEntry(line: string): SourceEntry | undefined {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(row) || typeof row.id !== 'string' || row.id === '' || !isRecord(row.names)) return undefined;
  const names: Record<string, string[]> = Object.create(null);
  for (const [language, list] of Object.entries(row.names)) {
    const texts = Array.isArray(list) ? list : [list];
    if (!texts.every((name): name is string => typeof name === 'string')) return undefined;
    names[language] = texts;
  }
  return { id: row.id, kind: kindOf(row.kind), names };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(kind: unknown): TopicKind {
  return KINDS.find((known) => known === kind) ?? 'topic';
}
