import { describe, expect, it } from 'vitest';
import { NO_COMPANY } from '../../../lib/ranking/company.ts';
import { areCopies, copyEvidence, foldCopies } from '../../../lib/ranking/copies.ts';
import { diversify } from '../../../lib/ranking/diversify.ts';
import type { RankedDocument } from '../../../lib/ranking/types.ts';
import { type Sample, toDocument } from './samples.ts';

const TEXT =
  'The harbour master closed the eastern pier after divers found cracks below the waterline. Ferries will use the western pier until the repairs end in spring. Shopkeepers along the quay asked the council for help, since fewer travellers pass their doors. The council meets on Thursday to decide who pays for the work.';
const OTHER =
  'A herd of wild ponies crossed the motorway near the nature park at dawn and traffic stood still for an hour. Rangers led the animals back with apples and patience. The fence, they said, had been cut by somebody the week before, and a new one will be higher.';

function ranked(sample: Partial<Sample> & { id: string }, rank = 1): RankedDocument {
  const document = toDocument({ headline: 'Pier closed after divers find cracks', text: TEXT, ...sample });
  const features = {
    words: 0,
    namedWords: 0,
    topics: 0,
    specificTopics: 0,
    brevity: 0,
    names: 0,
    namesHeld: 0,
    counted: 1,
    days: null,
    otherLanguage: false,
    sharedTopics: [],
    sharedWords: [],
  };
  return { document, rank, evidence: 0.9, score: 0.9, features, company: NO_COMPANY };
}

describe('areCopies', () => {
  it('sees a text with an agency line in front and its end cut as a copy', () => {
    const cut = `PORTSIDE (Agency) - ${TEXT.slice(0, 240)}`;
    expect(areCopies(ranked({ id: 'a' }).document, ranked({ id: 'b', headline: 'Cracks', text: cut }).document)).toBe(true);
  });

  it('keeps different texts apart, and equal short headlines too', () => {
    const live = { headline: 'Live updates', date: '2026-01-01' };
    expect(areCopies(ranked({ id: 'a', ...live }).document, ranked({ id: 'b', ...live, text: OTHER }).document)).toBe(false);
  });

  it('takes the same headline on the same day as a copy, whatever its case and marks, but not a day later', () => {
    const a = ranked({ id: 'a', date: '2026-01-01T08:00:00Z' }).document;
    const same = { headline: 'PIER CLOSED: after divers find cracks!', text: OTHER };
    expect(areCopies(a, ranked({ id: 'b', ...same, date: '2026-01-01T20:00:00Z' }).document)).toBe(true);
    expect(areCopies(a, ranked({ id: 'b', ...same, date: '2026-01-02T20:00:00Z' }).document)).toBe(false);
  });

  it('takes it so in scripts without spaces too, where the headline is long enough', () => {
    const day = { date: '2026-01-01' };
    const pair = (headline: string) =>
      areCopies(ranked({ id: 'a', headline, ...day }).document, ranked({ id: 'b', headline, text: OTHER, ...day }).document);
    expect(pair('港口东码头因裂缝关闭')).toBe(true);
    expect(pair('ひび割れで東埠頭が閉鎖')).toBe(true);
    expect(pair('快讯')).toBe(false);
  });
});

describe('copyEvidence', () => {
  it('says what shows it: the address first, then the text, then the headline', () => {
    const [a, b] = [ranked({ id: 'a', date: '2026-01-01' }).document, ranked({ id: 'b', date: '2026-01-01' }).document];
    const differs = ranked({ id: 'c', date: '2026-01-01', text: OTHER }).document;
    const address = 'courier.example/pier';
    expect(copyEvidence({ ...a, address }, { ...differs, headline: 'Ponies', address })).toBe('address');
    expect(copyEvidence({ ...a, address }, { ...b, address: 'post.example/pier' })).toBe('text');
    expect(copyEvidence(a, differs)).toBe('headline');
    expect(copyEvidence({ ...a, address: null }, { ...differs, headline: 'Ponies', address: null })).toBeNull();
  });
});

describe('foldCopies', () => {
  it('leaves by itself what stands apart, and gives it no copies', () => {
    const three = ['a', 'b', 'c'].map((id, i) => ranked({ id, date: `2026-01-0${i + 1}` }, 3 - i));
    const folded = (apart: string[]) =>
      foldCopies(three, new Set(apart)).map(({ head, copies }) => [
        head.document.id,
        copies.map(({ document, why }) => `${document.id} ${why}`),
      ]);
    expect(folded([])).toEqual([['a', ['b text', 'c text']]]);
    expect(folded(['b'])).toEqual([
      ['a', ['c text']],
      ['b', []],
    ]);
    expect(folded(['a'])).toEqual([
      ['a', []],
      ['b', ['c text']],
    ]);
  });

  it('folds copies under the earliest, at the place and with the score of the best', () => {
    const rows = foldCopies([
      ranked({ id: 'late', date: '2026-01-03' }, 3),
      ranked({ id: 'different', headline: 'Ponies on the road', text: OTHER }, 2),
      ranked({ id: 'early', date: '2026-01-02' }, 1),
    ]);
    expect(rows.map(({ head, copies }) => [head.document.id, copies.map(({ document }) => document.id)])).toEqual([
      ['early', ['late']],
      ['different', []],
    ]);
    expect(rows[0]!.head.rank).toBe(3);
  });

  it('takes the fuller text as head among copies of one day', () => {
    const rows = foldCopies([
      ranked({ id: 'cut', text: TEXT.slice(0, 220), date: '2026-01-02' }, 2),
      ranked({ id: 'whole', date: '2026-01-02' }, 1),
    ]);
    expect(rows[0]!.head.document.id).toBe('whole');
  });
});

describe('diversify', () => {
  it('lets another outlet pass a repeated one that is only a little better', () => {
    const row = (id: string, outlet: string, rank: number) => ({ head: ranked({ id, outlet }, rank), copies: [] });
    const order = diversify([row('a1', 'a', 1), row('a2', 'a', 0.95), row('b1', 'b', 0.9), row('a3', 'a', 0.5)]);
    expect(order.map(({ head }) => head.document.id)).toEqual(['a1', 'b1', 'a2', 'a3']);
  });
});
