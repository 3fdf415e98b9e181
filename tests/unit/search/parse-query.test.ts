import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { leavesOf, type QueryNode } from '../../../lib/search/query-tree.ts';

/** A tree as short text: `(a b)` all, `(a | b)` any, `-a` not, `a*` a beginning, `"a b"` a phrase. */
function shortly(node: QueryNode | null): string {
  if (node === null) return '';
  switch (node.kind) {
    case 'all':
      return `(${node.parts.map(shortly).join(' ')})`;
    case 'any':
      return `(${node.parts.map(shortly).join(' | ')})`;
    case 'not':
      return `-${shortly(node.part)}`;
    case 'word':
      return `${node.tokens.join('+')}${node.prefix ? '*' : ''}`;
    case 'phrase':
      return `"${node.tokens.join(' ')}${node.prefix ? '*' : ''}"`;
    case 'language':
      return `lang:${node.language}`;
    case 'before':
    case 'after':
      return `${node.kind}:${new Date(node.ms).toISOString().slice(0, 10)}`;
    case 'mark':
      return `mark:${node.mark}`;
    default:
      return `${node.kind}:${node.exact ? `"${node.name}"` : node.name}`;
  }
}

const read = (text: string) => shortly(parseQuery(text).root);
const noticed = (text: string) => parseQuery(text).notices.map(({ code }) => code);

describe('parseQuery', () => {
  it.each([
    ['oreshnik miss', '(oreshnik miss*)'],
    ['oreshnik miss ', '(oreshnik miss)'],
    ['miss* plant ', '(miss* plant)'],
    ['a b OR c d ', '(a (b | c) d)'],
    ['a OR b OR c ', '(a | b | c)'],
    ['(a b) OR c ', '((a b) | c)'],
    ['a AND b ', '(a b)'],
    ['a -b NOT c ', '(a -b -c)'],
    ['-(a OR b) c ', '(-(a | b) c)'],
    ['NOT NOT a ', 'a'],
    ['-rus', '-rus'],
    ['-"dual use" -lang:ru', '(-"dual use" -lang:ru)'],
    ['dual-use', 'dual+use*'],
    ['“carousel lathe” plant ', '("carousel lathe" plant)'],
    ['"foreign minis', '"foreign minis*"'],
    ['„Орєшнік“', '"орєшнік"'],
    ['צה"ל עזה ', '(צה+ל עזה)'],
    ['"צה"ל תקף" ארה״ב OR ארה"ב ', '("צה ל תקף" (ארה+ב | ארה+ב))'],
    ['(צה"ל)', 'צה+ל'],
    ['reporter:"דובר צה"ל" עזה ', '(reporter:"דובר צה"ל" עזה)'],
    ['f(x) ', '(f+x)'.slice(1, -1)],
    ['外交部', '"外交 交部"'],
    ['北京 ', '北京'],
    ['美', '美*'],
    ['', ''],
    [' — "" () -', ''],
  ])('reads %s as %s', (text, tree) => expect(read(text)).toBe(tree));

  it.each([
    ['reporter:"Jo Doe" outlet:herald topic:Oreshnik', '(reporter:"Jo Doe" outlet:herald topic:Oreshnik)'],
    ['lang:uk-UA after:2024-05 before:2026 ', '(lang:uk after:2024-05-01 before:2026-01-01)'],
    ['is:pinned IS:Unread has:notes tag:work', '(mark:pinned mark:unread mark:note tag:work)'],
    ['topic:relation:CN-RU', 'topic:relation:CN-RU'],
    ['outlet:bbc OR outlet:ap ukraine ', '((outlet:bbc | outlet:ap) ukraine)'],
    ['(is:pinned OR is:saved) -tag:"to do"', '((mark:pinned | mark:saved) -tag:"to do")'],
  ])('reads the filters of %s', (text, tree) => {
    expect(read(text)).toBe(tree);
    expect(noticed(text)).toEqual([]);
  });

  it.each([
    ['before:yesterday ', '(before yesterday)', 'badDate', 'before:2026-02'],
    ['after:2026-13 ', '(after 2026 13)', 'badDate', 'after:2025-11-30'],
    ['lang:klingon! ', '(lang klingon)', 'badLanguage', 'lang:uk'],
    ['is:unraed ', '(is unraed)', 'badState', 'is:unread'],
    ['has:tea ', '(has tea)', 'badHas', 'has:note'],
    ['colour:red ', '(colour red)', 'unknownFilter', ''],
    ['author:"Jo Doe" ', '(author "jo doe")', 'similarFilter', 'reporter:"Jo Doe"'],
    ['oulet:herald ', '(oulet herald)', 'similarFilter', 'outlet:herald'],
    ['outlet: herald ', 'herald', 'emptyFilter', 'outlet:name'],
    ['"dual us', '"dual us*"', 'unclosedQuote', '"dual us"'],
    ['a (b OR c ', '(a (b | c))', 'unclosedBracket', '(b OR c)'],
    ['a ) b ', '(a b)', 'strayBracket', ''],
    ['Portland OR', '(portland or*)', 'lonelyOperator', 'or'],
    ['OR a ', '(or a)', 'lonelyOperator', 'or'],
    ['a* ', 'a', 'shortBeginning', ''],
    [`${'('.repeat(20)}a b${')'.repeat(20)} `, '(a b)', 'tooDeep', ''],
  ])('searches what it cannot read in %s as words, and says so', (text, tree, code, instead) => {
    expect(
      read(text)
        .replaceAll('+', ' ')
        .replace(/^(\w+ .*)$/, '($1)'),
    ).toBe(tree);
    const notice = parseQuery(text).notices.find((known) => known.code === code);
    expect(notice).toMatchObject({ code, instead });
    expect(notice?.text).toBe(text.slice(notice?.start, notice?.end));
  });

  it('lets addresses, times and headlines’ colons be', () => {
    for (const text of ['https://paper.example/x ', '12:30 ', 'Ukraine: harvest ', 'AT&T ', 'state-run ', '- a - b ', '--help ']) {
      expect(noticed(text), text).toEqual([]);
    }
  });

  it('leaves out what is beyond 48 words, and says so', () => {
    const { root, notices } = parseQuery(Array.from({ length: 90 }, (_, i) => `word${i}`).join(' '));
    expect(leavesOf(root)).toHaveLength(48);
    expect(notices.map(({ code }) => code)).toEqual(['tooLong']);
  });

  it('is total: every string has a tree of bounded size whose spans lie in the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'reporter:',
        '"',
        'before:2020',
        '«',
        ' ',
        ':',
        'lang:en',
        '中国',
        '(',
        ')',
        ' OR ',
        ' NOT ',
        '-',
        '*',
        'is:pinned',
        'AND',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { root, notices } = parseQuery(text);
        const leaves = leavesOf(root);
        expect(leaves.length).toBeLessThanOrEqual(48);
        for (const { start, end } of [...leaves.map(({ leaf }) => leaf), ...notices]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { leaf } of leaves) if ('tokens' in leaf) expect(leaf.tokens.every((token) => token !== '')).toBe(true);
        expect(new Set(notices.map(({ code }) => code)).size).toBe(notices.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives one tree for a query however its blanks are', () => {
    const word = fc.constantFrom('alpha', '-beta', '"gamma delta"', 'OR', '(', ')', 'lang:uk', 'NOT');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const spaced = read(`${words.join('   ')} `);
        expect(read(`${words.join(' ')} `)).toBe(spaced);
      }),
    );
  });
});
