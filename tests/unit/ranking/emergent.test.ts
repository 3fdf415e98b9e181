import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProposalReport, proposeTopics } from '../../../lib/ranking/emergent.ts';

let count = 0;
const report = (headline: string, lead = '', rest: Partial<ProposalReport> = {}): ProposalReport => ({
  id: `r${count++}`,
  headline,
  lead,
  keywords: [],
  section: null,
  language: 'en',
  outletId: null,
  ...rest,
});
/** Reports of other things, so that no phrase is in every report. */
const OTHERS = [
  'Bakers strike in the old town',
  'A cold spring keeps farmers waiting',
  'Tram line two closes for repairs',
  'School choir wins a prize',
]
  .concat([
    'Mayor opens the new library',
    'Heavy rain floods cellars',
    'Bridge toll rises in autumn',
    'Museum shows lost maps',
    'Ferry runs aground',
  ])
  .map((headline) => report(headline, `${headline}, the paper says.`));
const names = (reports: ProposalReport[], known: string[] = []) =>
  proposeTopics(reports, { isKnown: (name) => known.includes(name), limit: 10 }).map(({ name }) => name);

describe('proposed topics', () => {
  it('are names that recur in headlines and leads', () => {
    const harbour = [
      report('Talks on Grey Harbour port collapse', 'The talks on Grey Harbour port ended without a word.', { outletId: 'a' }),
      report('What the Grey Harbour deal hides', 'Nobody has read the Grey Harbour papers in full.', { outletId: 'b' }),
      report('Dockers of Grey Harbour walk out', 'Dockers of Grey Harbour left their cranes at noon.', { outletId: 'b' }),
    ];
    const [first, ...others] = proposeTopics([...harbour, ...OTHERS], { isKnown: () => false, limit: 10 });
    expect(first).toMatchObject({ name: 'Grey Harbour', language: 'en', outlets: 2, reports: harbour.map(({ id }) => id) });
    // "Harbour", "Grey" and "Grey Harbour port" are the same reports again.
    expect(others).toEqual([]);
  });

  it('are none of the names that are known or refused', () => {
    const reports = [
      report('Korvan mine reopens', 'The Korvan mine is open.'),
      report('Korvan mine floods', 'Water fills the Korvan mine.'),
    ];
    expect(names([...reports, ...OTHERS])).toEqual(['Korvan mine']);
    expect(names([...reports, ...OTHERS], ['Korvan mine'])).toEqual([]);
  });

  it('take no reprint for a recurrence', () => {
    const reports = [report('Korvan mine reopens', 'The Korvan mine is open.'), report('KORVAN MINE REOPENS!', 'The Korvan mine is open.')];
    expect(names([...reports, ...OTHERS])).toEqual([]);
  });

  it('are no single words of a language, however often they stand there', () => {
    const reports = ['Why the strike spreads', 'How a strike ends', 'Another strike looms', 'The strike nobody saw'].map((headline) =>
      report(headline, `In short: ${headline.toLowerCase()}.`),
    );
    expect(names([...reports, ...OTHERS])).not.toContain('strike');
  });

  it('come from publishers’ keywords in any script', () => {
    const reports = [
      report('港口谈判破裂', '', { language: 'zh', keywords: ['灰港'], outletId: 'a' }),
      report('码头工人罢工', '', { language: 'zh', keywords: ['灰港 '], outletId: 'b' }),
    ];
    expect(proposeTopics([...reports, ...OTHERS], { isKnown: () => false, limit: 5 })).toMatchObject([
      { name: '灰港', language: 'zh', outlets: 2 },
    ]);
  });

  it('are not what every report is about', () => {
    const reports = Array.from({ length: 30 }, (_, i) =>
      report(`Port Vale notes, part ${i}: ${'abcdefghij'[i % 10]}`, `Port Vale, week ${i}.`),
    );
    expect(names(reports)).toEqual([]);
  });

  it('are the same whatever the order of reports (property)', () => {
    const word = fc.constantFrom('Grey', 'Harbour', 'port', 'the', 'Korvan', 'mine', 'of', 'talks', 'Ferry', 'Vale', '2', '灰', '“');
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 12 }), fc.nat(), (pairs, turn) => {
        const distinct = [
          ...new Map(
            pairs.map((pair) => [
              pair[0]
                .toLowerCase()
                .replace(/[^\p{L}\p{N}]+/gu, ' ')
                .trim(),
              pair,
            ]),
          ).values(),
        ];
        const reports = distinct.map(([headline, lead], i) => ({ ...report(headline, lead), id: `p${i}` }));
        const turned = [...reports.slice(turn % (reports.length + 1)), ...reports.slice(0, turn % (reports.length + 1))];
        expect(names(turned)).toEqual(names(reports));
      }),
    );
  });

  it('take time in proportion to the reports', () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => report(`Row ${i} of Grey Harbour ${i % 7}`, `Grey Harbour, row ${i}: ${'word '.repeat(40)}`));
    const spentMs = (n: number) => {
      const reports = many(n);
      return Math.min(
        ...Array.from({ length: 3 }, () => {
          const startMs = performance.now();
          names(reports);
          return performance.now() - startMs;
        }),
      );
    };
    spentMs(200);
    expect(spentMs(1600)).toBeLessThan(48 * spentMs(200) + 50);
  });
});
