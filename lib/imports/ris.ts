import { partialDate } from './partial-date.ts';
import type { ImportSink, RawItem } from './sink.ts';
import type { ImportReader } from './types.ts';

const TAG = /^([A-Z][A-Z\d]) {1,2}-(?: (.*))?$/;
/** Tags of which something is taken. */
const TAKEN = new Set('TI T1 CT BT AU A1 T2 JO JF JA PB DA PY Y1 Y2 LA AB N2 N1 KW UR L2 LK DO'.split(' '));
/** Tags that no record needs and that may be long are read over; values of one tag and characters of one record at most. */
const RECORD_MAX = 1_000_000;

/**
 * Records of a RIS file as they come. Source: RIS format specifications (Research Information Systems 2001, 2011): two letters or a letter and a digit, two blanks, a hyphen, a
 * blank; `TY` begins a record and `ER` ends it; a line without a tag goes on with the one before. Lenient in blanks and in records that are not
 * ended.
 */
export function risReader(sink: ImportSink): ImportReader {
  let record: { fields: Map<string, string[]>; line: number; characters: number } | null = null;
  let last: string | null = null;

  function finish(): void {
    if (record !== null) sink.add(risItem(record.fields), record.line);
    record = null;
    last = null;
  }
  return lineReader(
    (line, number) => {
      const match = TAG.exec(line.trimEnd().replace(/^\ufeff/, ''));
      if (match === null) {
        const values = last === null ? undefined : record?.fields.get(last);
        if (line.trim() === '' || record === null) return;
        if (values === undefined) return sink.problem('broken', number);
        values[values.length - 1] += ` ${line.trim()}`;
        return;
      }
      const [, tag, value = ''] = match as unknown as [string, string, string | undefined];
      if (tag === 'TY') {
        if (record !== null) sink.problem('cut-short', record.line);
        finish();
        record = { fields: new Map(), line: number, characters: 0 };
        return;
      }
      if (record === null) return tag === 'ER' ? undefined : sink.problem('broken', number);
      if (tag === 'ER') return finish();
      if (!TAKEN.has(tag) && value.trim() !== '') sink.leave(tag);
      record.characters += value.length;
      if (record.characters > RECORD_MAX) return;
      const values = record.fields.get(tag);
      if (values === undefined) record.fields.set(tag, [value.trim()]);
      else values.push(value.trim());
      last = tag;
    },
    () => {
      if (record !== null) sink.problem('cut-short', record.line);
      finish();
    },
  );
}

/** Cuts text into lines at LF, CR LF and CR; a line over a million characters is cut. */
export function lineReader(take: (line: string, number: number) => void, done: () => void): ImportReader {
  let rest = '';
  let number = 0;
  return {
    write(text) {
      const whole = rest + text;
      const held = whole.endsWith('\r') ? whole.length - 1 : whole.length;
      const lines = whole.slice(0, held).split(/\r\n|\n|\r/);
      rest = ((lines.pop() ?? '') + whole.slice(held)).slice(-RECORD_MAX);
      for (const line of lines) take(line, ++number);
    },
    end() {
      if (rest !== '') take(rest.replace(/\r$/, ''), ++number);
      done();
    },
  };
}

function risItem(fields: ReadonlyMap<string, string[]>): RawItem {
  const first = (...tags: string[]): string | null => tags.flatMap((tag) => fields.get(tag) ?? []).find((value) => value !== '') ?? null;
  const doi = first('DO');
  // Several stand with ";" between them, which an address may hold itself.
  const address = first('UR', 'L2', 'LK')?.split(/;?(?:\s|$)|;(?=https?:)/i)[0];
  return {
    url: address || (doi === null ? null : doiAddress(doi)),
    title: first('TI', 'T1', 'CT', 'BT'),
    authors: [...(fields.get('AU') ?? []), ...(fields.get('A1') ?? [])].map(personOf),
    outlet: first('T2', 'JO', 'JF', 'JA', 'PB'),
    published: partialDate(first('DA')) ?? partialDate(first('PY', 'Y1')),
    language: first('LA'),
    description: first('AB', 'N2'),
    note: (fields.get('N1') ?? []).filter((value) => value !== '').join('\n\n') || null,
    tags: (fields.get('KW') ?? []).flatMap((value) => value.split(/\s*;\s*/)),
    added: partialDate(first('Y2')),
  };
}

/** A name as reference managers exchange it, "Family, Given, Suffix"; one without a comma stands whole. */
export function personOf(name: string): { name: string; isOrganisation: boolean } {
  const [family = '', ...rest] = name.split(/\s*,\s*/);
  const [given = '', suffix = ''] = rest;
  return rest.length === 0
    ? { name: name.trim(), isOrganisation: /\s/.test(name.trim()) }
    : { name: [given, family, suffix].filter((part) => part !== '').join(' '), isOrganisation: false };
}

/** The address under which a DOI is found. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '').trim()}`;
}
