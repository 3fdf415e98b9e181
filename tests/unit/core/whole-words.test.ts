import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withWholeWords } from '../../../lib/core/whole-words.ts';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { leavesOf } from '../../../lib/search/query-tree.ts';
import { runs } from '../../support/runs.ts';

it.each([
  ['oreshnik miss', 'oreshnik miss'],
  [' oreshnik miss ', 'oreshnik "miss"'],
  ['miss ', '"miss"'],
  ['a OR missile ', 'a OR "missile"'],
  ['plant -russia ', 'plant -"russia"'],
  ['miss* ', 'miss*'],
  ['dual-use ', '"dual-use"'],
  ['plant lang:uk ', 'plant lang:uk'],
  ['topic:kyiv ', 'topic:kyiv'],
  ['"carousel lathe" ', '"carousel lathe"'],
  ['"foreign minis ', '"foreign minis"'],
  ['(a OR missile) ', '(a OR missile)'],
  ['צה"ל עזה ', 'צה"ל "עזה"'],
  ['हिन्दी ', '"हिन्दी"'],
  ['plant OR ', 'plant "OR"'],
  ['  ', ''],
])('writes %j as %j', (typed, written) => expect(withWholeWords(typed)).toBe(written));

it('asks for the same words, none of them a beginning that was none', () => {
  const PIECES = ['miss', 'oreshnik', '"miss', '"a" miss', '"', 'OR', '-miss', '--miss', '(miss', ')', 'lang:uk', 'topic:"a b"', 'x:miss'];
  const piece = fc.constantFrom(...PIECES, 'dual-use', 'हिन्दी', '北京', 'NOT');
  const asked = (query: string) =>
    leavesOf(parseQuery(query).root).flatMap(({ leaf, asked: wanted }) =>
      leaf.kind === 'word' || leaf.kind === 'phrase'
        ? leaf.tokens.map((token, i) => [token, leaf.prefix && i === leaf.tokens.length - 1, wanted])
        : [[leaf.kind, wanted]],
    );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }).map((pieces) => `${pieces.join(' ')} `),
      (query) => {
        expect(asked(withWholeWords(query))).toEqual(asked(query));
      },
    ),
    { numRuns: runs(2_000) },
  );
});
