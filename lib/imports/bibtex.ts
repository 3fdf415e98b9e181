import { isoOf, partialDate } from './partial-date.ts';
import { doiAddress, personOf } from './ris.ts';
import type { ImportSink, RawItem } from './sink.ts';
import { texText } from './tex-text.ts';
import type { ImportReader } from './types.ts';

/** Characters of one entry at most: a brace that is never closed must not take the file with it. */
const ENTRY_MAX = 1_000_000;
/**
 * What an entry begins with, at the beginning of a line or right behind another entry; everything else between entries is read over. Where such a line comes before an
 * entry has ended, that entry was never closed: so no letter is read more than twice.
 */
const BEGIN = /^[ \t]{0,50}@[ \t]{0,50}([a-zA-Z]+)\s{0,20}([{(])/gm;
const NEXT = /\s{0,50}@[ \t]{0,50}([a-zA-Z]+)\s{0,20}([{(])/y;

/**
 * Entries of a BibTeX or BibLaTeX file as they come. Source: the BibTeX manual (Patashnik 1988) and the biblatex manual: values in braces, in quotes, numbers and macros joined by
 * `#`; `string` defines macros, `comment` and `preamble` are read over. An entry that does not end is left out, and reading goes on behind its
 * beginning.
 */
export function bibtexReader(sink: ImportSink): ImportReader {
  const macros = new Map<string, string>();
  let rest = '';
  let line = 1;
  const pass = (text: string): void => {
    line += text.match(/\n/g)?.length ?? 0;
  };
  const takeEntries = (text: string, isEnd: boolean): string => {
    let from = 0;
    // Right behind an entry another may begin, also in the middle of a line.
    let isBehind = false;
    for (;;) {
      const begin = beginAt(text, from, isBehind);
      if (begin === null) {
        // The piece may end within a beginning.
        const keep = isEnd ? text.length : Math.max(from, text.length - 100);
        pass(text.slice(from, keep));
        return text.slice(keep);
      }
      const [all, type, open] = begin as unknown as [string, string, string];
      const body = begin.index + all.length;
      const end = entryEnd(text, body, open === '(' ? ')' : '}');
      pass(text.slice(from, begin.index));
      if (end === 'open' && !isEnd) return text.slice(begin.index);
      isBehind = typeof end === 'number';
      from = typeof end === 'number' ? end + 1 : body;
      if (typeof end === 'number') take(type.toLowerCase(), text.slice(body, end));
      else sink.problem(end === 'open' ? 'cut-short' : 'broken', line);
      pass(text.slice(begin.index, from));
    }
  };
  function take(type: string, body: string): void {
    if (type === 'comment' || type === 'preamble') return;
    const fields = fieldsOf(type === 'string' ? `,${body}` : body, macros);
    if (type === 'string') for (const [name, value] of fields) macros.set(name, value);
    else {
      for (const [name, value] of fields) if (!TAKEN.has(name) && value.trim() !== '') sink.leave(name);
      sink.add(bibItem(fields), line);
    }
  }
  return {
    write(text) {
      rest = takeEntries(rest + text, false);
    },
    end() {
      takeEntries(rest, true);
    },
  };
}

function beginAt(text: string, from: number, isBehind: boolean): RegExpExecArray | null {
  NEXT.lastIndex = from;
  const next = isBehind ? NEXT.exec(text) : null;
  if (next !== null) return next;
  BEGIN.lastIndex = from;
  return BEGIN.exec(text);
}

/**
 * Where an entry's own closing mark stands. Quotes hide nothing: braces balance within them, too. `unclosed`: another entry begins before, or it is too long;
 * `open`: the text ends before.
 */
function entryEnd(text: string, from: number, closing: string): number | 'unclosed' | 'open' {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (depth === 0 && char === closing) return at;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '\n') {
      NEXT.lastIndex = at;
      if (NEXT.test(text)) return 'unclosed';
    }
    if (depth < 0 || at - from > ENTRY_MAX) return 'unclosed';
  }
  return 'open';
}

function fieldsOf(body: string, macros: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string>();
  let at = body.indexOf(',') + 1;
  while (at > 0 && at < body.length) {
    const name = /^[\s,]*([^\s=,{}"#]+)\s*=/.exec(body.slice(at, at + 500));
    if (name === null) break;
    at += name[0].length;
    let value = '';
    for (;;) {
      while (/\s/.test(body[at] ?? '')) at++;
      const read = valueAt(body, at, macros);
      value += read.value;
      at = read.to;
      while (/\s/.test(body[at] ?? '')) at++;
      if (body[at] !== '#') break;
      at++;
    }
    const key = (name[1] as string).toLowerCase();
    if (!fields.has(key)) fields.set(key, value);
    at = body.indexOf(',', at) + 1;
  }
  return fields;
}

function valueAt(body: string, from: number, macros: ReadonlyMap<string, string>): { value: string; to: number } {
  const open = body[from];
  if (open !== '{' && open !== '"') {
    const bare = /^[^\s,#{}"]*/.exec(body.slice(from, from + 500))?.[0] ?? '';
    return { value: macros.get(bare.toLowerCase()) ?? bare, to: from + bare.length };
  }
  let depth = 0;
  for (let at = from + 1; at < body.length; at++) {
    const char = body[at];
    if (char === '\\') at++;
    else if (depth === 0 && char === (open === '{' ? '}' : '"')) return { value: body.slice(from + 1, at), to: at + 1 };
    else if (char === '{') depth++;
    else if (char === '}') depth--;
  }
  return { value: body.slice(from + 1), to: body.length };
}

/** Fields of which something is taken. */
const TAKEN = new Set(
  (
    'url howpublished note doi title author journaltitle journal booktitle publisher organization date year month day urldate language langid ' +
    'abstract annotation annote keywords'
  ).split(' '),
);

function bibItem(fields: ReadonlyMap<string, string>): RawItem {
  const raw = (name: string): string | null => fields.get(name)?.trim() || null;
  const text = (...names: string[]): string | null =>
    names.map((name) => texText(fields.get(name) ?? '')).find((value) => value !== '') ?? null;
  const doi = raw('doi');
  const linked = /\\url\s*\{([^{}]*)\}|(https?:\/\/[^\s{}]+)/.exec(raw('howpublished') ?? raw('note') ?? '');
  return {
    url: raw('url')?.replace(/\\([&%$#_{}~])/g, '$1') ?? linked?.[1] ?? linked?.[2] ?? (doi === null ? null : doiAddress(doi)),
    title: text('title'),
    authors: authorsOf(raw('author') ?? ''),
    outlet: text('journaltitle', 'journal', 'booktitle', 'publisher', 'organization'),
    published: partialDate(raw('date')) ?? isoOf(raw('year') ?? undefined, raw('month') ?? undefined, raw('day') ?? undefined),
    added: partialDate(raw('urldate')),
    language: raw('language') ?? raw('langid'),
    description: text('abstract'),
    note: text('annotation', 'annote', 'note'),
    tags: (text('keywords') ?? '').split(/\s*[,;]\s*/),
  };
}

/** Names of an author field: parted by "and" outside of braces; a name that is wholly in braces stands whole. */
function authorsOf(field: string): RawItem['authors'] & object {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < field.length; at++) {
    const char = field[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (depth === 0 && /\s/.test(char ?? '')) {
      const parting = /^\s+and\s+/i.exec(field.slice(at, at + 50));
      if (parting === null) continue;
      names.push(field.slice(from, at));
      from = at + parting[0].length;
      at = from - 1;
    }
  }
  names.push(field.slice(from));
  return names.flatMap((name) => {
    const written = name.trim();
    if (written === '' || written.toLowerCase() === 'others') return [];
    if (/^\{.*\}$/s.test(written)) return [{ name: texText(written), isOrganisation: true }];
    // "Family, Suffix, Given" here; other managers put the suffix last.
    const [family = '', second, third] = texText(written).split(/\s*,\s*/);
    if (second === undefined) return [{ name: family, isOrganisation: false }];
    return [third === undefined ? personOf(`${family}, ${second}`) : personOf(`${family}, ${third}, ${second}`)];
  });
}
