import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, it } from 'vitest';
import { CITATION_FORMATS, type CitationFormatName } from '../../../lib/citations/formats.ts';
import { type MethodNote, methodLines } from '../../../lib/exports/method-note.ts';
import { withMethodNote } from '../../../lib/exports/with-note.ts';
import { citedReport } from '../citations/samples.ts';

const NOTE: MethodNote = {
  program: 'Sidelight 0.1.0',
  madeAt: '2026-11-27T09:00:00.000Z',
  subject: { kind: 'search', query: 'oreshnik lang:uk before:2026-02-01', total: 41, atLeast: false, order: 'best' },
  reports: 40,
  missing: 1,
  index: { reports: 4210, reporters: 318, outlets: 12, updatedAt: '2026-11-27T07:00:00.000Z' },
  sources: [
    { title: 'Harbour Courier', url: 'https://harbour.example/feed', fetchedAt: '2026-11-27T07:00:00.000Z', paused: false },
    { title: 'Lowland Post', url: 'https://lowland.example/rss', fetchedAt: null, paused: true },
  ],
  packs: [{ name: 'Starter', date: '2026-11-01', sha256: 'ab'.repeat(32), source: 'Sidelight' }],
  corrections: 3,
};

describe('a method note', () => {
  it('says all that is needed to make the set again', () => {
    expect(methodLines(NOTE)).toEqual([
      'Method note. Made with Sidelight 0.1.0 on 2026-11-27T09:00:00.000Z.',
      'Search: oreshnik lang:uk before:2026-02-01',
      'Reports that match: 41; best first, as Sidelight ranks them.',
      'Reports in this file: 40. Not in the index any more: 1.',
      'Index: 4210 reports, 318 reporters, 12 outlets, last changed 2026-11-27T07:00:00.000Z.',
      'Sources: 2.',
      '- Harbour Courier <https://harbour.example/feed>, last fetched 2026-11-27T07:00:00.000Z',
      '- Lowland Post <https://lowland.example/rss>, never fetched, paused',
      'Packs: 1.',
      `- Starter, version of 2026-11-01, sha256 ${'ab'.repeat(32)}, from Sidelight`,
      'Corrections by the reader, which no source brings: 3.',
      'To repeat it: fetch the same sources and packs, and ask for the same. All of it was found in this index, nothing on a server.',
    ]);
  });

  it.each([
    [{ kind: 'collection', name: 'Lathes' } as const, 'Collection: Lathes'],
    [{ kind: 'selection', list: 'pins' } as const, 'Chosen by hand from pinned reports.'],
    [{ kind: 'report' } as const, 'One report, chosen by hand.'],
    [{ kind: 'search', query: 'a', total: 10_000, atLeast: true, order: 'newest' } as const, 'Search: a'],
  ])('names %j', (subject, line) => expect(methodLines({ ...NOTE, subject })[1]).toBe(line));

  it('says in which order, and where the count is a lower bound', () => {
    const subject = { kind: 'search', query: 'a', total: 10_000, atLeast: true, order: 'newest' } as const;
    expect(methodLines({ ...NOTE, subject })[2]).toBe('Reports that match: at least 10000; newest first.');
  });

  it('says where reports have but some of the words', () => {
    const subject = { kind: 'search', query: 'a b', total: 7, atLeast: false, some: true, order: 'best' } as const;
    expect(methodLines({ ...NOTE, subject }).slice(1, 4)).toEqual([
      'Search: a b',
      'No report has all of these words; those counted have some of them.',
      'Reports that have some: 7; best first, as Sidelight ranks them.',
    ]);
  });

  it('has no line end within a line, whatever was typed', () => {
    const lines = methodLines({
      ...NOTE,
      subject: { kind: 'search', query: 'a\r\n@article{x,\u2028b', total: 1, atLeast: false, order: 'best' },
    });
    expect(lines[1]).toBe('Search: a @article{x, b');
  });
});

describe('a file with its method note', () => {
  const hostile = methodLines({ ...NOTE, subject: { kind: 'collection', name: '@article{evil, title={x}} </pre><script>' } });
  const file = (format: CitationFormatName): string | null =>
    withMethodNote(format, CITATION_FORMATS[format].write([citedReport()], { accessed: null }), hostile);

  it.each(['bibtex', 'biblatex'] as const)('%s: no entry comes of the note', (format) => {
    const text = file(format) ?? '';
    expect(text).toMatch(/^% Method note\. Made with Sidelight 0\.1\.0/);
    expect(text).toContain('% Collection: (at)article{evil');
    const items = new Cite(text).data;
    expect(items.map(({ title }) => title)).toEqual([citedReport().title]);
  });

  it.each(['ris', 'csl-json', 'csv'] as const)('%s has no place for it', (format) => expect(file(format)).toBeNull());

  it('HTML shows it as text', () => {
    expect(file('html')).toContain('Collection: @article{evil, title={x}} &lt;/pre&gt;&lt;script&gt;');
    expect(file('html')).not.toContain('<script');
  });

  it.each(['markdown', 'apa', 'gost'] as const)('%s has it as a section at the end', (format) => {
    expect(file(format)?.trimEnd().endsWith('nothing on a server.')).toBe(true);
  });
});
