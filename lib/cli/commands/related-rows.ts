import { parseDateMs } from '../../core/date.ts';
import { writtenLanguage } from '../../core/language-tag.ts';
import { guessLanguage } from '../../text/language.ts';
import { type Line, RowError, readLine, rowLines } from '../batch.ts';
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

/** One line of the set: a report, or why it is none; with the id as it was given, which a report has as text. */
export type DocsLine =
  | { ok: true; id: string | number; row: DocsRow }
  | { ok: false; id: string | number | null; code: string; message: string };

const MAX_TEXT = 60_000;

/** Reads a set whole, one entry a line that holds something, in order. Throws UnreadableError. */
export async function readDocs(source: string, io: CliIo): Promise<DocsLine[]> {
  const lines: DocsLine[] = [];
  const seen = new Set<string>();
  for await (const line of rowLines(openInput(source, io))) {
    const parsed = parseRow(line);
    if (parsed.ok && seen.has(parsed.row.id)) {
      lines.push({ ok: false, id: parsed.id, code: 'duplicate-id', message: 'another row of the set has this id' });
    } else lines.push(parsed);
    if (parsed.ok) seen.add(parsed.row.id);
  }
  return lines;
}

function parseRow(line: Line): DocsLine {
  let id: string | number | null = null;
  try {
    const { row } = readLine(line, (found) => {
      id = found;
    });
    return docOf(row, id);
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { ok: false, id, code: error.code, message: error.message };
  }
}

function docOf(row: Record<string, unknown>, id: string | number | null): DocsLine {
  if (id === null) return { ok: false, id, code: 'bad-row', message: 'the row has no id' };
  const title = row.title ?? '';
  const text = row.text ?? '';
  if (typeof title !== 'string' || typeof text !== 'string')
    return { ok: false, id, code: 'bad-row', message: 'title and text must be text' };
  if (row.title === undefined && row.text === undefined)
    return { ok: false, id, code: 'bad-row', message: 'the row has neither title nor text' };
  return {
    ok: true,
    id,
    row: {
      id: String(id),
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
