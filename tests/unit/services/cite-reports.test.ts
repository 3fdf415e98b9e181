import { describe, expect, it } from 'vitest';
import type { Article } from '../../../lib/core/article.ts';
import type { FieldEdit } from '../../../lib/core/field-edit.ts';
import type { CollectionItem } from '../../../lib/core/library.ts';
import { newPin } from '../../../lib/core/new-pin.ts';
import type { Pin } from '../../../lib/core/user-data.ts';
import type { CiteRequest } from '../../../lib/exports/cited-reports.ts';
import { type CiteDeps, citeReports } from '../../../lib/services/cite-reports.ts';

const DAY_MS = 86_400_000;
const article = (id: string, over: Partial<Article> = {}): Article => ({
  id,
  url: `https://harbour.example/${id}`,
  headline: `Report ${id}`,
  description: null,
  text: '',
  language: 'en',
  datePublished: '2026-01-29',
  dateModified: null,
  publishedAtMs: null,
  outletId: 'outlet:h',
  authors: [{ name: 'Zoë Example', reporterId: 'reporter:z' }],
  section: null,
  keywords: [],
  sample: false,
  provenance: { kind: 'feed', source: 'Harbour', licence: null, addedAtMs: 0 },
  ...over,
});
const pin = (id: string, pinnedAtMs: number): Pin =>
  newPin({
    id,
    article: {
      id,
      url: `https://harbour.example/${id}`,
      headline: `Pinned ${id}`,
      outletName: 'Harbour',
      datePublished: '2026-01-28',
      publishedAtMs: null,
      language: 'en',
      authors: [{ name: 'Wire', reporterId: null }],
      sample: false,
    },
    state: 'unread',
    pinnedAtMs,
  });

function deps(articles: Article[], pins: Pin[] = [], edits: FieldEdit[] = [], items: CollectionItem[] = []): CiteDeps {
  const stored = articles.map((one, docId) => ({
    docId,
    article: one,
    topics: [],
    vector: [],
    signature: new Uint32Array(),
    nameKeys: [],
    agency: null,
  }));
  return {
    nowMs: Date.UTC(2026, 10, 27, 9),
    dayOf: (ms) => new Date(ms).toISOString().slice(0, 10),
    version: '0.1.0',
    store: {
      getArticles: async (ids) => ids.flatMap((id) => stored.find((row) => row.article.id === id) ?? []),
      listOutlets: async () => [
        { id: 'outlet:h', name: 'Harbour', url: null, country: null, languages: [], sample: false, provenance: articles[0]!.provenance },
      ],
      listPins: async () => pins,
      listSaves: async () => [{ id: 'b', savedAtMs: DAY_MS }],
      listSources: async () => [],
      listPacks: async () => [],
      listCorrections: async () => [{ id: 'n', kind: 'no-topic', name: 'Port', atMs: 1 }],
      listRows: (async (table: string) =>
        table === 'fieldEdits' ? edits : table === 'collectionItems' ? items : []) as CiteDeps['store']['listRows'],
      status: async () => ({ articles: 4210, outlets: 12, reporters: 3, sampleArticles: 0, updatedAtMs: null, rebuilding: null }),
    },
  };
}

const ask = (over: Partial<CiteRequest>): CiteRequest => ({ articleIds: ['a'], format: 'csv', subject: { kind: 'report' }, ...over });

describe('citing reports of the index', () => {
  it('leaves an impossible time out of the note on the method', async () => {
    const given = deps([article('a')]);
    const status = { ...(await given.store.status()), updatedAtMs: 9e15 };
    const cited = await citeReports(ask({}), { ...given, store: { ...given.store, status: async () => status } });
    expect(cited.ok && cited.value.reports).toBe(1);
  });

  it('keeps the order asked for, and says how many are gone', async () => {
    const answer = await citeReports(ask({ articleIds: ['b', 'gone', 'a'] }), deps([article('a'), article('b')]));
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.text.split('\r\n').map((line) => line.split(',')[1])).toEqual(['title', 'Report b', 'Report a', undefined]);
    expect([answer.value.reports, answer.value.missing]).toEqual([2, 1]);
    expect(answer.value.file).toEqual({ name: 'sidelight-2026-11-27.csv', mediaType: 'text/csv', text: `\ufeff${answer.value.text}` });
    expect(answer.value.note).toMatchObject({ name: 'sidelight-2026-11-27-method.txt', isInFile: false });
    expect(answer.value.note.text).toContain('Index: 4210 reports, 3 reporters, 12 outlets.\n');
    expect(answer.value.note.text).toContain('Corrections by the reader, which no source brings: 1.\n');
  });

  it('notes the day a report was saved, else pinned, else none', async () => {
    const answer = await citeReports(
      ask({ articleIds: ['a', 'b', 'c'] }),
      deps([article('a'), article('b'), article('c')], [pin('a', 3 * DAY_MS), pin('b', 3 * DAY_MS)]),
    );
    const days = answer.ok
      ? answer.value.text
          .trim()
          .split('\r\n')
          .map((line) => line.split(',').at(-1))
      : [];
    expect(days).toEqual(['accessed', '1970-01-04', '1970-01-02', '']);
  });

  it('cites a pin whose report is gone from its own copy', async () => {
    const answer = await citeReports(ask({ articleIds: ['p'], format: 'apa' }), deps([article('a')], [pin('p', 0)]));
    expect(answer.ok && answer.value.text).toBe('Wire. (2026, January 28). Pinned p. Harbour. https://harbour.example/p\n');
    expect(answer.ok && answer.value.rich).toContain('<i>Harbour</i>');
    expect(answer.ok && answer.value.file.text).toContain('Method note. Made with Sidelight 0.1.0 on 2026-11-27T09:00:00.000Z.');
  });

  it('cites what the reader corrected, not what was found', async () => {
    const edit = (field: string, value: unknown): FieldEdit =>
      ({ id: `article a ${field}`, recordId: 'a', of: 'article', field, value, found: null, source: 'Harbour', atMs: 0 }) as FieldEdit;
    const edits = [
      edit('headline', 'Right headline'),
      edit('outlet', 'Right outlet'),
      edit('datePublished', '2025-12'),
      edit('authors', ['Ann Exemplar', 'Reuters']),
    ];
    const answer = await citeReports(ask({ articleIds: ['a', 'b'], format: 'apa' }), deps([article('a'), article('b')], [], edits));
    expect(answer.ok && answer.value.text.split('\n').slice(0, 2)).toEqual([
      'Exemplar, A., & Reuters. (2025, December). Right headline. Right outlet. https://harbour.example/a',
      'Example, Z. (2026, January 29). Report b. Harbour. https://harbour.example/b',
    ]);
  });

  it('cites a reporter by the name that the reader gave, in their reports alone', async () => {
    const name = (recordId: string, value: string): FieldEdit =>
      ({
        id: `reporter ${recordId} name`,
        recordId,
        of: 'reporter',
        field: 'name',
        value,
        found: null,
        source: 'Harbour',
        atMs: 0,
      }) as FieldEdit;
    const authors = { id: 'article b authors', recordId: 'b', of: 'article', field: 'authors', value: ['Zoë Example', 'Zoë Other'] };
    const others = [{ name: 'Zoë Example', reporterId: 'reporter:other' }];
    const given = deps(
      [article('a'), article('b'), article('c', { authors: others }), article('d', { authors: others }), article('e')],
      [],
      [name('reporter:z', 'Zoë Exemplar'), { ...authors, found: [], source: '', atMs: 0 } as FieldEdit],
    );
    const corrections = [{ id: 'n', kind: 'not-theirs' as const, articleId: 'e', reporterId: 'reporter:z', atMs: 1 }];
    const cite = async (more: Awaited<ReturnType<typeof given.store.listCorrections>>, ids: string[]) => {
      const store = { ...given.store, listCorrections: async () => [...corrections, ...more] };
      const answer = await citeReports(ask({ articleIds: ids, format: 'csv' }), { ...given, store });
      return answer.ok
        ? answer.value.text
            .split('\r\n')
            .slice(1, -1)
            .map((line) => line.split(',')[2])
        : [];
    };
    expect(await cite([], ['a', 'b', 'c', 'e'])).toEqual(['Zoë Exemplar', 'Zoë Exemplar; Zoë Other', 'Zoë Example', 'Zoë Example']);
    const same = { id: 's', kind: 'same-reporter' as const, reporterId: 'reporter:other', sameAsId: 'reporter:z', atMs: 1 };
    expect(await cite([same], ['d'])).toEqual(['Zoë Exemplar']);
  });

  it('keeps an organisation among corrected authors whole: by its name, or in braces', async () => {
    const value = ['World Health Organization', 'Lowland Post news desk', '{Doctors at Sea}', 'Hill Tools AG', 'Ann Exemplar'];
    const edit = {
      id: 'article a authors',
      recordId: 'a',
      of: 'article',
      field: 'authors',
      value,
      found: [],
      source: '',
      atMs: 0,
    } as FieldEdit;
    const answer = await citeReports(ask({ format: 'bibtex' }), deps([article('a')], [], [edit]));
    expect(answer.ok && answer.value.text).toContain(
      'author = {{World Health Organization} and {Lowland Post news desk} and {Doctors at Sea} and {Hill Tools AG} and Exemplar, Ann}',
    );
  });

  it('cites a report that only a collection has, with the day it was put there', async () => {
    const item = {
      id: 'c x',
      collectionId: 'c',
      articleId: 'x',
      article: pin('x', 0).article,
      rank: '',
      addedAtMs: DAY_MS,
      updatedAtMs: 0,
    };
    const answer = await citeReports(ask({ articleIds: ['x'], format: 'mla' }), deps([article('a')], [], [], [item]));
    expect(answer.ok && answer.value.text).toBe('Wire. “Pinned x.” Harbour, 28 Jan. 2026, harbour.example/x. Accessed 2 Jan. 1970.\n');
  });
});
