import { parseDateMs } from '../../core/date.ts';
import { writtenLanguage } from '../../core/language-tag.ts';
import { guessLanguage } from '../../text/language.ts';
import type { CliIo } from '../command.ts';
import { openInput } from '../io.ts';

/** A report of a set as `related --docs` takes it; every other field of the row is left unread. */
export interface DocsRow {
  id: string;
  title: string;
  text: string;
  publishedAtMs: number | null;
  language: string | null;
  source: string | null;
}

/** One line of the set: a report, or why it is none. */
export type DocsLine = { ok: true; row: DocsRow } | { ok: false; id: string | null; code: string; message: string };

const MAX_TEXT = 60_000;

/** Reads a set whole, one entry a line that holds something, in order. Throws UnreadableError. */
export async function readDocs(source: string, io: CliIo): Promise<DocsLine[]> {
  const lines: DocsLine[] = [];
  const seen = new Set<string>();
  for await (const line of textLines(openInput(source, io))) {
    const parsed = parseRow(line);
    if (parsed.ok && seen.has(parsed.row.id)) {
      lines.push({ ok: false, id: parsed.row.id, code: 'duplicate-id', message: 'another row of the set has this id' });
    } else lines.push(parsed);
    if (parsed.ok) seen.add(parsed.row.id);
  }
  return lines;
}

function parseRow(line: string): DocsLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, id: null, code: 'bad-json', message: 'the row is not valid JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, id: null, code: 'bad-row', message: 'the row is not a JSON object' };
  }
  const row = value as Record<string, unknown>;
  const id = typeof row.id === 'string' ? row.id : typeof row.id === 'number' ? String(row.id) : null;
  if (id === null) return { ok: false, id, code: 'bad-row', message: 'the row has no id' };
  const title = row.title ?? '';
  const text = row.text ?? '';
  if (typeof title !== 'string' || typeof text !== 'string')
    return { ok: false, id, code: 'bad-row', message: 'title and text must be text' };
  if (row.title === undefined && row.text === undefined)
    return { ok: false, id, code: 'bad-row', message: 'the row has neither title nor text' };
  return {
    ok: true,
    row: {
      id,
      title: title.slice(0, MAX_TEXT),
      text: text.slice(0, MAX_TEXT),
      publishedAtMs: typeof row.date === 'string' ? parseDateMs(row.date) : null,
      language:
        typeof row.language === 'string' && row.language !== ''
          ? writtenLanguage(row.language)
          : guessLanguage(`${title}\n${text.slice(0, 2_000)}`),
      source: typeof row.source === 'string' && row.source !== '' ? row.source : null,
    },
  };
}

/** Lines of UTF-8 that hold something, split at line feeds alone: JSON strings may hold U+2028. */
async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of chunks) {
    pending += decoder.decode(chunk, { stream: true });
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line;
  }
  pending += decoder.decode();
  if (pending.trim() !== '') yield pending;
}
