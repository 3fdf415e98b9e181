import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apaReference } from '../../../lib/citations/apa.ts';
import { chicagoAuthorDate, chicagoEntry, chicagoNote } from '../../../lib/citations/chicago.ts';
import { CITATION_FORMATS } from '../../../lib/citations/formats.ts';
import { gostRecord, gostReference } from '../../../lib/citations/gost.ts';
import { mlaEntry } from '../../../lib/citations/mla.ts';
import { nameParts } from '../../../lib/citations/names.ts';
import { initials } from '../../../lib/citations/printed-names.ts';
import { inQuotes } from '../../../lib/citations/quoted-title.ts';
import { plainText, richText, type TextRun } from '../../../lib/citations/rich-text.ts';
import type { CitationOptions, CitedReport } from '../../../lib/citations/source.ts';
import { citedReport, organisation, person } from './samples.ts';

const accessed = { year: 2026, month: 11, day: 26 };
const U = 'https://harbour.example/2026/port';

type Style = (report: CitedReport, options: CitationOptions) => TextRun[];
const printed = (style: Style, over: Partial<CitedReport> = {}, day: CitationOptions['accessed'] = accessed): string =>
  plainText(style(citedReport(over), { accessed: day }));
const people = (count: number) => Array.from({ length: count }, (_, index) => person(`Ann ${String.fromCharCode(65 + index)}son`));
const WEB = { outlet: null };
const NO_DATE = { published: null };
const KOREAN = { authors: [person('김민수')], title: '항구가 멈췄다', outlet: '가람일보', language: 'ko' };

describe('APA, 7th edition', () => {
  it.each<[string, Partial<CitedReport>, string]>([
    ['an article of a newspaper', {}, `van der Example, Z. (2026, January 29). Port of Élan stops its cranes. Harbour & Coast. ${U}`],
    ['a page without an outlet', WEB, `van der Example, Z. (2026, January 29). Port of Élan stops its cranes. ${U}`],
    [
      'no author, the title moves to the front',
      { authors: [] },
      `Port of Élan stops its cranes. (2026, January 29). Harbour & Coast. ${U}`,
    ],
    [
      'no date, so the day of reading',
      NO_DATE,
      `van der Example, Z. (n.d.). Port of Élan stops its cranes. Harbour & Coast. Retrieved November 26, 2026, from ${U}`,
    ],
    [
      'the month alone',
      { published: { year: 2026, month: 1, day: null } },
      `van der Example, Z. (2026, January). Port of Élan stops its cranes. Harbour & Coast. ${U}`,
    ],
    [
      'the year alone',
      { published: { year: 2026, month: null, day: null } },
      `van der Example, Z. (2026). Port of Élan stops its cranes. Harbour & Coast. ${U}`,
    ],
    [
      'an organisation stays whole',
      { authors: [organisation('Meridian Wire')] },
      `Meridian Wire. (2026, January 29). Port of Élan stops its cranes. Harbour & Coast. ${U}`,
    ],
    [
      'an organisation that is the site is named once',
      { authors: [organisation('Harbour & Coast')] },
      `Harbour & Coast. (2026, January 29). Port of Élan stops its cranes. ${U}`,
    ],
    [
      'two authors and hyphens',
      { authors: [person('Jean-Luc A. Example'), person('Ann B. Exemplar Jr.')] },
      `Example, J.-L. A., & Exemplar, A. B., Jr. (2026, January 29). Port of Élan stops its cranes. Harbour & Coast. ${U}`,
    ],
    [
      'a title that ends itself',
      { title: 'Who stopped the cranes?' },
      `van der Example, Z. (2026, January 29). Who stopped the cranes? Harbour & Coast. ${U}`,
    ],
    [
      'an outlet that ends itself',
      { outlet: 'Coast!' },
      `van der Example, Z. (2026, January 29). Port of Élan stops its cranes. Coast! ${U}`,
    ],
    ['Korean: whole, family first', KOREAN, `김민수. (2026, January 29). 항구가 멈췄다. 가람일보. ${U}`],
    [
      'Cyrillic: initials',
      { authors: [person('Олена Приклад')], language: 'uk' },
      `Приклад, О. (2026, January 29). Port of Élan stops its cranes. Harbour & Coast. ${U}`,
    ],
    [
      'Arabic: no initials, the script has none',
      { authors: [person('ليلى مثال')], language: 'ar' },
      `مثال, ليلى. (2026, January 29). Port of Élan stops its cranes. Harbour & Coast. ${U}`,
    ],
  ])('%s', (_rule, over, expected) => expect(printed(apaReference, over)).toBe(expected));

  it('up to twenty authors are named, of more the first nineteen and the last', () => {
    expect(printed(apaReference, { authors: people(20) })).toContain('Sson, A., & Tson, A. (2026');
    expect(printed(apaReference, { authors: people(21) })).toContain('Sson, A., … Uson, A. (2026');
  });

  it('has the outlet in italics, or the title where there is none', () => {
    const italics = (over: Partial<CitedReport>) =>
      apaReference(citedReport(over), { accessed }).flatMap(({ text, italic }) => (italic ? [text] : []));
    expect([italics({}), italics(WEB)]).toEqual([['Harbour & Coast'], ['Port of Élan stops its cranes.']]);
  });
});

describe('Chicago, 17th edition', () => {
  it.each<[string, Style, Partial<CitedReport>, string]>([
    ['an article', chicagoEntry, {}, `van der Example, Zoë. “Port of Élan stops its cranes.” Harbour & Coast, January 29, 2026. ${U}.`],
    [
      'unsigned, under the outlet',
      chicagoEntry,
      { authors: [] },
      `Harbour & Coast. “Port of Élan stops its cranes.” January 29, 2026. ${U}.`,
    ],
    ['a page without an outlet', chicagoEntry, WEB, `van der Example, Zoë. “Port of Élan stops its cranes.” January 29, 2026. ${U}.`],
    ['neither author nor outlet', chicagoEntry, { ...WEB, authors: [] }, `“Port of Élan stops its cranes.” January 29, 2026. ${U}.`],
    [
      'no date, so the day of reading',
      chicagoEntry,
      NO_DATE,
      `van der Example, Zoë. “Port of Élan stops its cranes.” Harbour & Coast. Accessed November 26, 2026. ${U}.`,
    ],
    [
      'a month alone',
      chicagoEntry,
      { published: { year: 2026, month: 1, day: null } },
      `van der Example, Zoë. “Port of Élan stops its cranes.” Harbour & Coast, January 2026. ${U}.`,
    ],
    [
      'two authors',
      chicagoEntry,
      { authors: [person('Ann Ason'), person('Ben Bson')] },
      `Ason, Ann, and Ben Bson. “Port of Élan stops its cranes.” Harbour & Coast, January 29, 2026. ${U}.`,
    ],
    [
      'marks within marks',
      chicagoEntry,
      { title: 'Port "stops"' },
      `van der Example, Zoë. “Port ‘stops.’” Harbour & Coast, January 29, 2026. ${U}.`,
    ],
    [
      'a question',
      chicagoEntry,
      { title: 'Who stopped it?' },
      `van der Example, Zoë. “Who stopped it?” Harbour & Coast, January 29, 2026. ${U}.`,
    ],
    ['Korean: whole', chicagoEntry, KOREAN, `김민수. “항구가 멈췄다.” 가람일보, January 29, 2026. ${U}.`],
    ['a note', chicagoNote, {}, `Zoë van der Example, “Port of Élan stops its cranes,” Harbour & Coast, January 29, 2026, ${U}.`],
    [
      'a note without a date',
      chicagoNote,
      NO_DATE,
      `Zoë van der Example, “Port of Élan stops its cranes,” Harbour & Coast, accessed November 26, 2026, ${U}.`,
    ],
    [
      'a note with four',
      chicagoNote,
      { authors: people(4) },
      `Ann Ason et al., “Port of Élan stops its cranes,” Harbour & Coast, January 29, 2026, ${U}.`,
    ],
    [
      'a note with three',
      chicagoNote,
      { authors: people(3) },
      `Ann Ason, Ann Bson, and Ann Cson, “Port of Élan stops its cranes,” Harbour & Coast, January 29, 2026, ${U}.`,
    ],
    [
      'author and date',
      chicagoAuthorDate,
      {},
      `van der Example, Zoë. 2026. “Port of Élan stops its cranes.” Harbour & Coast, January 29, 2026. ${U}.`,
    ],
    ['unsigned', chicagoAuthorDate, { authors: [] }, `Harbour & Coast. 2026. “Port of Élan stops its cranes.” January 29, 2026. ${U}.`],
    [
      'no date',
      chicagoAuthorDate,
      NO_DATE,
      `van der Example, Zoë. n.d. “Port of Élan stops its cranes.” Harbour & Coast. Accessed November 26, 2026. ${U}.`,
    ],
    [
      'neither author nor outlet, author and date',
      chicagoAuthorDate,
      { ...WEB, authors: [] },
      `“Port of Élan stops its cranes.” 2026. January 29, 2026. ${U}.`,
    ],
  ])('%s', (_rule, style, over, expected) => expect(printed(style, over)).toBe(expected));

  it.each<[Style, Partial<CitedReport>, string]>([
    [chicagoEntry, { authors: [] }, `Coast! “Port of Élan stops its cranes.” January 29, 2026. ${U}.`],
    [chicagoEntry, NO_DATE, `van der Example, Zoë. “Port of Élan stops its cranes.” Coast! Accessed November 26, 2026. ${U}.`],
    [chicagoAuthorDate, { authors: [] }, `Coast! 2026. “Port of Élan stops its cranes.” January 29, 2026. ${U}.`],
    [chicagoAuthorDate, NO_DATE, `van der Example, Zoë. n.d. “Port of Élan stops its cranes.” Coast! Accessed November 26, 2026. ${U}.`],
  ])('an outlet that ends itself gets no full stop', (style, over, expected) =>
    expect(printed(style, { ...over, outlet: 'Coast!' })).toBe(expected),
  );

  it('ten authors are named, of more the first seven', () => {
    expect(printed(chicagoEntry, { authors: people(10) })).toContain('Ann Ison, and Ann Json. “');
    expect(printed(chicagoEntry, { authors: people(11) })).toContain('Ann Gson, et al. “');
  });
});

describe('a title in quotation marks', () => {
  it.each([
    ['צה"ל תקף בארה"ב', '“צה"ל תקף בארה"ב.”', '“צה"ל תקף בארה"ב,”'],
    ['Kanzler: „Zeitenwende“ geht weiter', '“Kanzler: ‘Zeitenwende’ geht weiter.”', '“Kanzler: ‘Zeitenwende’ geht weiter,”'],
    ['Вестник: „Победихме“', '“Вестник: ‘Победихме.’”', '“Вестник: ‘Победихме,’”'],
    ['„Hajó” és „híd"', '“‘Hajó’ és ‘híd.’”', '“‘Hajó’ és ‘híd,’”'],
    ['„Eins“, “two” und ”tre”', '“‘Eins’, ‘two’ und ‘tre.’”', '“‘Eins’, ‘two’ und ‘tre,’”'],
    ['Port "stops"', '“Port ‘stops.’”', '“Port ‘stops,’”'],
    ['Mayor: ‘We don’t stop’', '“Mayor: ‘We don’t stop.’”', '“Mayor: ‘We don’t stop,’”'],
    ["Mayor: 'We go'", "“Mayor: 'We go.'”", "“Mayor: 'We go,'”"],
    ['A ‘win’ for the workers’', '“A ‘win’ for the workers’.”', '“A ‘win’ for the workers’,”'],
    ['Who stopped it?', '“Who stopped it?”', '“Who stopped it?,”'],
    ['She asked “Why?”', '“She asked ‘Why?’”', '“She asked ‘Why?,’”'],
    ['Who says "no"?', '“Who says ‘no’?”', '“Who says ‘no’?,”'],
    ['It ends…', '“It ends…”', '“It ends…”'],
    ['', '“.”', '“,”'],
  ])('%s', (title, stopped, noted) => expect([inQuotes(title, '.'), inQuotes(title, ',')]).toEqual([stopped, noted]));
});

describe('MLA, 9th edition', () => {
  const address = 'harbour.example/2026/port';
  it.each<[string, Partial<CitedReport>, string]>([
    [
      'an article',
      {},
      `van der Example, Zoë. “Port of Élan stops its cranes.” Harbour & Coast, 29 Jan. 2026, ${address}. Accessed 26 Nov. 2026.`,
    ],
    [
      'a page without an outlet',
      WEB,
      `van der Example, Zoë. “Port of Élan stops its cranes.” 29 Jan. 2026, ${address}. Accessed 26 Nov. 2026.`,
    ],
    ['no author', { authors: [] }, `“Port of Élan stops its cranes.” Harbour & Coast, 29 Jan. 2026, ${address}. Accessed 26 Nov. 2026.`],
    ['no date', NO_DATE, `van der Example, Zoë. “Port of Élan stops its cranes.” Harbour & Coast, ${address}. Accessed 26 Nov. 2026.`],
    [
      'two authors',
      { authors: people(2) },
      `Ason, Ann, and Ann Bson. “Port of Élan stops its cranes.” Harbour & Coast, 29 Jan. 2026, ${address}. Accessed 26 Nov. 2026.`,
    ],
    [
      'three authors',
      { authors: people(3) },
      `Ason, Ann, et al. “Port of Élan stops its cranes.” Harbour & Coast, 29 Jan. 2026, ${address}. Accessed 26 Nov. 2026.`,
    ],
    [
      'May is not shortened',
      { published: { year: 2026, month: 5, day: null } },
      `van der Example, Zoë. “Port of Élan stops its cranes.” Harbour & Coast, May 2026, ${address}. Accessed 26 Nov. 2026.`,
    ],
    [
      'Japanese: whole',
      { authors: [person('山田花子')], title: '港が止まった' },
      `山田花子. “港が止まった.” Harbour & Coast, 29 Jan. 2026, ${address}. Accessed 26 Nov. 2026.`,
    ],
  ])('%s', (_rule, over, expected) => expect(printed(mlaEntry, over)).toBe(expected));

  it('takes the day a report was saved before the day given for all, and none where none is known', () => {
    expect(printed(mlaEntry, { accessed: { year: 2026, month: 2, day: 1 } })).toContain('Accessed 1 Feb. 2026.');
    expect(printed(mlaEntry, {}, null)).not.toContain('Accessed');
  });
});

describe('GOST', () => {
  const russian = {
    title: 'Порт остановил краны',
    authors: [person('Олег Примеров')],
    outlet: 'Вестник гавани',
    language: 'ru',
  };
  const four = ['Олег Примеров', 'Анна Образцова', 'Пётр Данный', 'Ия Иная'].map(person);
  const end = `URL: ${U} (дата обращения: 26.11.2026).`;

  it.each<[string, Partial<CitedReport>, string]>([
    ['7: an article', russian, `Примеров О. Порт остановил краны // Вестник гавани. 2026. 29 янв. ${end}`],
    [
      '7: three persons before the title',
      { ...russian, authors: four.slice(0, 3) },
      `Примеров О., Образцова А., Данный П. Порт остановил краны // Вестник гавани. 2026. 29 янв. ${end}`,
    ],
    [
      '7: four persons, the first behind the title',
      { ...russian, authors: four },
      `Порт остановил краны / О. Примеров [и др.] // Вестник гавани. 2026. 29 янв. ${end}`,
    ],
    [
      'an organisation behind the title',
      { ...russian, authors: [organisation('Меридиан')] },
      `Порт остановил краны / Меридиан // Вестник гавани. 2026. 29 янв. ${end}`,
    ],
    ['a page without an outlet', { ...russian, outlet: null }, `Примеров О. Порт остановил краны. 2026. 29 янв. ${end}`],
    [
      'the month alone',
      { ...russian, published: { year: 2026, month: 3, day: null } },
      `Примеров О. Порт остановил краны // Вестник гавани. 2026. Март. ${end}`.replace('Март', 'март'),
    ],
    ['no date', { ...russian, published: null }, `Примеров О. Порт остановил краны // Вестник гавани. ${end}`],
    ['not in Cyrillic', {}, `van der Example Z. Port of Élan stops its cranes // Harbour & Coast. 2026. 29 Jan. ${end}`],
    [
      'not in Cyrillic, four persons',
      { authors: people(4) },
      `Port of Élan stops its cranes / A. Ason [et al.] // Harbour & Coast. 2026. 29 Jan. ${end}`,
    ],
  ])('R 7.0.5-2008, %s', (_rule, over, expected) => expect(printed(gostReference, over)).toBe(expected));

  it.each<[string, Partial<CitedReport>, string]>([
    [
      'an article',
      russian,
      `Примеров, О. Порт остановил краны / О. Примеров. – Текст : электронный // Вестник гавани : сайт. – 2026. – 29 янв. – ${end}`,
    ],
    [
      'four persons',
      { ...russian, authors: four },
      `Порт остановил краны / О. Примеров, А. Образцова, П. Данный, И. Иная. – Текст : электронный // Вестник гавани : сайт. – 2026. – 29 янв. – ${end}`,
    ],
    [
      'five persons',
      { ...russian, authors: [...four, person('Юг Южный')] },
      `Порт остановил краны / О. Примеров, А. Образцова, П. Данный [и др.]. – Текст : электронный // Вестник гавани : сайт. – 2026. – 29 янв. – ${end}`,
    ],
    [
      'no author, no outlet, no date',
      { ...russian, authors: [], outlet: null, published: null },
      `Порт остановил краны. – Текст : электронный // harbour.example : сайт. – ${end}`,
    ],
  ])('R 7.0.100-2018, %s', (_rule, over, expected) => expect(printed(gostRecord, over)).toBe(expected));

  it('leaves the day of reading out where none is known', () => {
    expect(printed(gostReference, russian, null)).toBe(`Примеров О. Порт остановил краны // Вестник гавани. 2026. 29 янв. URL: ${U}.`);
  });
});

describe('names', () => {
  it.each([
    ['Jean-Luc', 'J.-L.'],
    ['J.R.R.', 'J. R. R.'],
    ['Олена Павлівна', 'О. П.'],
    ['ليلى', 'ليلى'],
    ['ibn Omar', 'ibn O.'],
    ['', ''],
  ])('%s is shortened to %s', (given, expected) => expect(initials(given)).toBe(expected));
});

describe('the order of a name', () => {
  const family = (name: string, language = 'ru') => {
    const parts = nameParts(name, false, language);
    return 'literal' in parts ? parts.literal : `${parts.family}|${parts.given}`;
  };
  it.each([
    ['Примеров Иван Иванович', 'Примеров|Иван Иванович'],
    ['ПРИМЕРОВА АННА ПЕТРОВНА', 'ПРИМЕРОВА|АННА ПЕТРОВНА'],
    ['Приклад Олена Юріївна', 'Приклад|Олена Юріївна'],
    ['Приклад Тарас Григорович', 'Приклад|Тарас Григорович'],
    ['Узор Янка Паўлавіч', 'Узор|Янка Паўлавіч'],
    ['Образцова Ольга Ильинична', 'Образцова|Ольга Ильинична'],
    ['Образцов Пётр Ильич', 'Образцов|Пётр Ильич'],
    ['Примеров И. И.', 'Примеров|И. И.'],
    ['Примеров И.И.', 'Примеров|И.И.'],
    ['Primerova Anna Ivanovna', 'Primerova|Anna Ivanovna'],
    ['Primerov Ivan Ivanovich', 'Primerov|Ivan Ivanovich'],
    ['Иван Иванович Примеров', 'Примеров|Иван Иванович'],
    ['Иван Иванович Рабинович', 'Рабинович|Иван Иванович'],
    ['Ivan Ivanovich Primerovich', 'Primerovich|Ivan Ivanovich'],
    ['Анна Петрович', 'Петрович|Анна'],
    ['Anna Maria Petrovich', 'Petrovich|Anna Maria'],
    ['Kevin John Petrovich', 'Petrovich|Kevin John'],
    ['Jane D.', 'D.|Jane'],
    ['J. R. Example', 'Example|J. R.'],
  ])('%s', (name, expected) => expect(family(name)).toBe(expected));

  it('in a record of GOST', () => {
    const over = { authors: [person('Примеров Иван Иванович')], title: 'Порт', language: 'ru' };
    expect(printed(gostReference, over)).toMatch(/^Примеров И\. И\. Порт/);
  });
});

describe('whatever a report says', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const reports = fc.record({
    title: text,
    outlet: fc.option(text),
    authors: fc.array(fc.record({ name: text, isOrganisation: fc.boolean() }), { maxLength: 25 }),
    published: fc.constantFrom(null, { year: 2026, month: null, day: null }, { year: 2026, month: 12, day: 31 }),
  });
  const styles = Object.entries(CITATION_FORMATS).filter(([, { extension }]) => extension === 'txt');

  it.each(styles)('%s: one line, the address once, no markup', (_name, { write, rich }) => {
    fc.assert(
      fc.property(reports, (over) => {
        const report = citedReport(over);
        const line = write([report], { accessed });
        expect(line.match(/\n/g)).toHaveLength(1);
        expect(line.split('harbour.example/2026/port')).toHaveLength(2);
        const html = rich?.([report], { accessed }) ?? '';
        expect(html.replace(/<\/?(?:ul|li|i|a)(?: (?:dir|href)="[^"<>]*")?>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('a link that is no web address is text', () => {
    expect(richText([{ text: '<b>', url: 'javascript:alert(1)' }])).toBe('&lt;b&gt;');
  });
});
