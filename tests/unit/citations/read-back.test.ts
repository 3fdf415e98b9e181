import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse } from 'csv-parse/sync';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { toBiblatex } from '../../../lib/citations/biblatex.ts';
import { toBibtex } from '../../../lib/citations/bibtex.ts';
import { toCslItems } from '../../../lib/citations/csl-json.ts';
import { CITATION_FORMATS } from '../../../lib/citations/formats.ts';
import { toHtml } from '../../../lib/citations/html.ts';
import { toCitationCsv, toMarkdown } from '../../../lib/citations/lists.ts';
import { toRis } from '../../../lib/citations/ris.ts';
import { citedReport, organisation, person } from './samples.ts';

const accessed = { year: 2026, month: 11, day: 26 };

/** What a title may say that some format takes for its own. White space is single, as every format keeps it. */
const HOSTILE: [string, string][] = [
  ['braces', 'a {b} }c{ {{d}}'],
  ['backslashes', '\\input{x} C:\\dir\\ \\\\ \\'],
  ['TeX commands', '100% of $5 & #1 _a_ ~b^c \\textbackslash{} \\emph{d}'],
  ['entries', '} @article{evil, title = {x}} @comment{'],
  ['tags', 'TY - NEWS ER - AU - x'],
  ['direction marks', '\u202Eevil\u202C \u2067abc\u2069 \u200F'],
  ['markup', '<script>alert(1)</script> &amp; <b>"x"</b> \'y\''],
  ['scripts', '港口 порт ميناء នគរ ท่าเรือ 🚢 é e\u0301'],
  ['quotes and commas', '“a”, "b", ‘c’; d, and e'],
  ['dashes and dots', "a --- -- ... !` ?` `` '' ,,"],
  ['ten thousand letters', 'long '.repeat(2_000).trim()],
];

function names(item: Record<string, unknown> | undefined): unknown {
  return (item?.author ?? item?.reporter ?? []) as unknown[];
}

describe.each(HOSTILE)('a title of %s is read back as it was', (_what, title) => {
  const report = citedReport({ title, description: title, outlet: 'A & B', keywords: ['x_y'] });

  it.each([
    ['BibTeX', toBibtex],
    ['BibLaTeX', toBiblatex],
  ])('from %s', (_format, write) => {
    const items = new Cite(write([report, citedReport({ id: 'b' })], { accessed })).data;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ title, 'container-title': 'A & B', URL: report.url, issued: { 'date-parts': [[2026, 1, 29]] } });
  });

  it('from RIS', () => {
    const items = new Cite(toRis([report, citedReport({ id: 'b' })], { accessed }), { forceType: '@ris/file' }).data;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ title, URL: report.url });
  });

  it('from CSL-JSON, CSV and HTML', () => {
    expect(new Cite(JSON.parse(JSON.stringify(toCslItems([report], { accessed })))).data[0]).toMatchObject({ title });
    const [, row] = parse(toCitationCsv([report], { accessed })) as string[][];
    expect(row?.[1]).toBe(title);
    const html = toHtml([report], { accessed });
    expect(html).not.toMatch(/<(?:script|b)\b/);
    const link = (parseDocument(html) as unknown as Markup).children.flatMap(below).find(({ name }) => name === 'a');
    expect(link?.children.map(({ data }) => data).join('')).toBe(title);
  });
});

interface Markup {
  name?: string;
  data?: string;
  children: Markup[];
}

function below(node: Markup): Markup[] {
  return [node, ...(node.children ?? []).flatMap(below)];
}

describe('names are read back', () => {
  const report = citedReport({
    authors: [
      person('Zoë van der Example'),
      person('Ann Exemplar Jr.'),
      organisation('Wire and Partners'),
      person('김민수'),
      person('Олена Приклад'),
    ],
  });

  it.each([
    ['BibTeX', toBibtex],
    ['BibLaTeX', toBiblatex],
  ])('from %s', (_format, write) => {
    expect(names(new Cite(write([report], { accessed })).data[0])).toMatchObject([
      { given: 'Zoë', 'non-dropping-particle': 'van der', family: 'Example' },
      { given: 'Ann', family: 'Exemplar', suffix: 'Jr.' },
      { family: 'Wire and Partners' },
      { family: '김민수' },
      { given: 'Олена', family: 'Приклад' },
    ]);
  });

  it('from CSL-JSON', () => {
    expect(names(new Cite(toCslItems([report], { accessed })).data[0])).toMatchObject([
      { given: 'Zoë', 'non-dropping-particle': 'van der', family: 'Example' },
      { given: 'Ann', family: 'Exemplar', suffix: 'Jr.' },
      { literal: 'Wire and Partners' },
      { literal: '김민수' },
      { given: 'Олена', family: 'Приклад' },
    ]);
  });
});

describe('dates are read back as far as they are known', () => {
  it.each([
    [{ year: 2026, month: 1, day: 29 }, [2026, 1, 29]],
    [{ year: 2026, month: 1, day: null }, [2026, 1]],
    [{ year: 2026, month: null, day: null }, [2026]],
    [null, undefined],
  ])('%j', (published, parts) => {
    for (const write of [toBibtex, toBiblatex]) {
      const issued = new Cite(write([citedReport({ published })], { accessed })).data[0]?.issued as
        | { 'date-parts': number[][] }
        | undefined;
      expect(issued?.['date-parts'][0]).toEqual(parts);
    }
  });
});

describe('BibLaTeX', () => {
  it('is what the manual says', () => {
    const report = citedReport({ keywords: ['port'], description: 'A day without ships.', accessed: { year: 2026, month: 2, day: 1 } });
    expect(toBiblatex([report, { ...report, id: 'b', outlet: null, description: null }], { accessed })).toBe(`@article{example-2026-port,
  author = {van der Example, Zoë},
  title = {{Port of Élan stops its cranes}},
  journaltitle = {Harbour \\& Coast},
  date = {2026-01-29},
  url = {https://harbour.example/2026/port},
  urldate = {2026-02-01},
  language = {en},
  keywords = {port},
  abstract = {A day without ships.}
}

@online{example-2026-port-2,
  author = {van der Example, Zoë},
  title = {{Port of Élan stops its cranes}},
  date = {2026-01-29},
  url = {https://harbour.example/2026/port},
  urldate = {2026-02-01},
  language = {en},
  keywords = {port}
}
`);
  });
});

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('keeps %j from being a formula', (title) => {
    const [, row] = parse(toCitationCsv([citedReport({ title })], { accessed })) as string[][];
    expect(row?.[1]).toBe(`'${title}`);
  });
});

describe('HTML', () => {
  it('is a page that runs and fetches nothing', () => {
    const html = toHtml([citedReport({ url: 'https://a.example/"onmouseover="x' })], { accessed });
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`);
    expect(html).toContain('<a href="https://a.example/&quot;onmouseover=&quot;x">');
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(toHtml([citedReport({ language: 'ar"' })], { accessed })).toContain('<li dir="auto" lang="ar&quot;">');
  });

  it('Markdown holds no HTML either', () => {
    expect(toMarkdown([citedReport({ title: '<img src=x>' })], { accessed })).not.toMatch(/(?<!\\)<img/);
  });
});

it('every form answers nothing for nothing', () => {
  for (const { write } of Object.values(CITATION_FORMATS)) expect(write([], { accessed: null })).not.toContain('undefined');
});
