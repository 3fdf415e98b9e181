import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../lib/citations/bibtex.ts';
import { toCslItems } from '../../../lib/citations/csl-json.ts';
import { toCitationCsv, toMarkdown } from '../../../lib/citations/lists.ts';
import { nameParts } from '../../../lib/citations/names.ts';
import { toRis } from '../../../lib/citations/ris.ts';
import { type CitedReport, citedDate } from '../../../lib/citations/source.ts';
import { runs } from '../../support/runs.ts';

const person = (name: string) => ({ name, isOrganisation: false });

const report = (over: Partial<CitedReport> = {}): CitedReport => ({
  id: 'article:1',
  url: 'https://harbour.example/2026/port?a=1&b=%7B',
  title: 'Port of Élan: 100% of “docks” & cranes_stopped',
  authors: [person('Zoë van der Example'), { name: 'Meridian Wire and Partners', isOrganisation: true }],
  outlet: 'Harbour & Coast',
  published: { year: 2026, month: 1, day: 29 },
  modified: null,
  language: 'en',
  section: 'World',
  keywords: ['port', 'strike'],
  description: 'A day without ships.',
  ...over,
});
const accessed = { year: 2026, month: 11, day: 26 };

describe('names', () => {
  it.each([
    ['Martin Fornusek', null, ['Fornusek', 'Martin', '', '']],
    ['Zoë van der Example', null, ['Example', 'Zoë', 'van der', '']],
    ['Jean-Luc de la Tour', 'fr', ['Tour', 'Jean-Luc', 'de la', '']],
    ['Martin Luther Example Jr.', 'en', ['Example', 'Martin Luther', '', 'Jr.']],
    ['Олена Приклад', 'uk', ['Приклад', 'Олена', '', '']],
    ['Nagy Péter', 'hu', ['Nagy', 'Péter', '', '']],
    ['Example, Jane', 'en', ['Example', 'Jane', '', '']],
    ['van Example', 'nl', ['Example', 'van', '', '']],
  ])('%s (%s)', (name, language, [family, given, particle, suffix]) => {
    expect(nameParts(name, false, language)).toEqual({ family, given, particle, suffix });
  });

  it.each(['王小明', '김민수', 'Madonna', 'ประยุทธ์ จันทร์โอชา'])('%s stays whole', (name) => {
    expect(nameParts(name, false, null)).toEqual({ literal: name });
  });

  it('an organisation stays whole', () => {
    expect(nameParts('Meridian Wire', true, 'en')).toEqual({ literal: 'Meridian Wire' });
  });
});

describe('dates', () => {
  it('are the stated day, as far as it is known', () => {
    expect(citedDate('2026-01-29T23:30:00-08:00')).toEqual({ year: 2026, month: 1, day: 29 });
    expect(citedDate('2026-02')).toEqual({ year: 2026, month: 2, day: null });
    expect(citedDate('2026')).toEqual({ year: 2026, month: null, day: null });
    expect([citedDate('2026-02-30'), citedDate('yesterday'), citedDate(null)]).toEqual([null, null, null]);
  });
});

describe('BibTeX', () => {
  it('is what the manual says, with what TeX takes for commands escaped', () => {
    expect(toBibtex([report()], { accessed })).toBe(`@article{example-2026-port,
  author = {van der Example, Zoë and {Meridian Wire and Partners}},
  title = {{Port of Élan: 100\\% of “docks” \\& cranes\\_stopped}},
  journal = {Harbour \\& Coast},
  year = {2026},
  month = jan,
  day = {29},
  url = {https://harbour.example/2026/port?a=1&b=%7B},
  urldate = {2026-11-26},
  language = {en},
  keywords = {port, strike}
}
`);
  });

  it('gives each its own key, whatever it lacks', () => {
    const bare = report({ authors: [], outlet: null, published: null, title: '港口', keywords: [], language: null });
    expect(toRis([bare], { accessed: null })).toMatch(/^TY {2}- ELEC\r\n/);
    expect(toCslItems([bare], { accessed: null })[0]?.type).toBe('webpage');
    const text = toBibtex([bare, { ...bare, id: 'b' }], { accessed: null });
    expect([...text.matchAll(/@(\w+)\{([^,]+),/g)].map(([, type, key]) => [type, key])).toEqual([
      ['misc', 'harbourexample'],
      ['misc', 'harbourexample-2'],
    ]);
  });

  it('keeps a name with an "and" in it one name', () => {
    const text = toBibtex([report({ authors: [{ name: 'Ann and Ben Example', isOrganisation: false }] })], { accessed });
    expect(text).toContain('  author = {{Ann and Ben Example}},\n');
  });

  it('is read back by another program', () => {
    const [item] = new Cite(toBibtex([report()], { accessed })).data;
    expect(item).toMatchObject({
      title: report().title,
      'container-title': 'Harbour & Coast',
      URL: report().url,
      issued: { 'date-parts': [[2026, 1, 29]] },
    });
    expect(item?.author).toMatchObject([{ family: 'Example', given: 'Zoë', 'non-dropping-particle': 'van der' }, {}]);
  });
});

describe('RIS', () => {
  it('has a tag a line, ended by CR LF, no line break within', () => {
    expect(toRis([report({ description: 'Two\nlines' })], { accessed })).toBe(
      [
        'TY  - NEWS',
        'ID  - article:1',
        'AU  - van der Example, Zoë',
        'AU  - Meridian Wire and Partners',
        'TI  - Port of Élan: 100% of “docks” & cranes_stopped',
        'T2  - Harbour & Coast',
        'PY  - 2026',
        'DA  - 2026/01/29/',
        'Y2  - 2026/11/26/',
        'UR  - https://harbour.example/2026/port?a=1&b=%7B',
        'LA  - en',
        'SE  - World',
        'AB  - Two lines',
        'KW  - port',
        'KW  - strike',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('is read back by another program', () => {
    const items = new Cite(toRis([report(), report({ id: 'b', published: { year: 2026, month: null, day: null } })], { accessed })).data;
    expect(items).toHaveLength(2);
    // That program takes the year of PY before DA, and calls who wrote a report its reporter, as the RIS specification of 2011 does.
    expect(items[0]).toMatchObject({ title: report().title, URL: report().url, issued: { 'date-parts': [[2026]] } });
    expect(items[0]?.reporter).toEqual(['van der Example, Zoë', 'Meridian Wire and Partners']);
  });
});

describe('CSL-JSON', () => {
  it('has names in parts, whole ones whole, and dates as far as they are known', () => {
    const [item] = toCslItems([report({ published: { year: 2026, month: 1, day: null } })], { accessed });
    expect(item).toEqual({
      id: 'article:1',
      type: 'article-newspaper',
      title: report().title,
      author: [{ family: 'Example', given: 'Zoë', 'non-dropping-particle': 'van der' }, { literal: 'Meridian Wire and Partners' }],
      'container-title': 'Harbour & Coast',
      issued: { 'date-parts': [[2026, 1]] },
      accessed: { 'date-parts': [[2026, 11, 26]] },
      URL: report().url,
      language: 'en',
      section: 'World',
      abstract: 'A day without ships.',
      keyword: 'port, strike',
    });
    expect(new Cite(toCslItems([report()], { accessed })).data[0]).toMatchObject({ title: report().title });
  });
});

describe('lists', () => {
  it('CSV has a first line of names', () => {
    expect(toCitationCsv([report()], { accessed })).toBe(
      'id,title,authors,outlet,published,modified,language,section,url,keywords,description,accessed\r\n' +
        'article:1,Port of Élan: 100% of “docks” & cranes_stopped,Zoë van der Example; Meridian Wire and Partners,Harbour & Coast,2026-01-29,,en,World,https://harbour.example/2026/port?a=1&b=%7B,port; strike,A day without ships.,2026-11-26\r\n',
    );
  });

  it('Markdown shows text as text', () => {
    expect(toMarkdown([report({ title: 'A *bold* [link](x) <b> `code` &amp;', authors: [], outlet: null })], { accessed: null })).toBe(
      '- [A \\*bold\\* \\[link\\](x) \\<b\\> \\`code\\` \\&amp;](<https://harbour.example/2026/port?a=1&b=%7B>). 2026-01-29.\n',
    );
  });
});

describe('whatever a report says', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  const anything = fc.record({
    title: text,
    outlet: fc.option(text),
    names: fc.array(text, { maxLength: 3 }),
    description: fc.option(text),
  });

  it('no field ends early: every format keeps one record a report', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), (all) => {
        const reports = all.map(({ title, outlet, names, description }, id) =>
          report({ id: `r${id}`, title, outlet, description, authors: names.map(person), keywords: names }),
        );
        const bibtex = toBibtex(reports, { accessed });
        let depth = 0;
        for (let at = 0; at < bibtex.length; at++) {
          if (bibtex[at] === '\\') at++;
          else if (bibtex[at] === '{') depth++;
          else if (bibtex[at] === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(toRis(reports, { accessed }).match(/^ER {2}- \r$/gm)).toHaveLength(reports.length);
        expect(toMarkdown(reports, { accessed }).match(/^- /gm)).toHaveLength(reports.length);
        expect(JSON.parse(JSON.stringify(toCslItems(reports, { accessed })))).toHaveLength(reports.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
