import { describe, expect, it } from 'vitest';
import { noteId, TRASH_MS } from '../../../lib/core/library.ts';
import { winner } from '../../../lib/sync/register.ts';
import { LOST, type Replica, withoutLoser } from '../../../lib/sync/replica.ts';
import { Device } from './devices.ts';

function pair(): [Device, Device] {
  return [new Device('aaaa'), new Device('bbbb')];
}

/** Texts that lost, of all things a device knows. */
const losers = ({ replica }: Device): unknown[] =>
  [...replica.values()].flatMap((entry) =>
    Object.entries(entry).flatMap(([field, register]) => (field.startsWith(LOST) ? [winner(register)?.value] : [])),
  );

const noteOf = (device: Device, name: string): string | undefined =>
  device.rows.notes.find(({ id }) => id === noteId('pin', device.rows.pins.find(({ article }) => article.headline === name)?.id ?? ''))
    ?.text;

describe('two devices', () => {
  it('keep the notes of both on two pins, and the last one on one pin; the other can be found', () => {
    const [a, b] = pair();
    a.pin('p');
    a.pin('q');
    a.meet(b);
    a.note('pin', 'page:p', 'Of A.');
    b.note('pin', 'page:q', 'Of B.');
    a.meet(b);
    expect([noteOf(a, 'p'), noteOf(a, 'q'), noteOf(b, 'p'), noteOf(b, 'q')]).toEqual(['Of A.', 'Of B.', 'Of A.', 'Of B.']);
    expect([...losers(a), ...losers(b)]).toEqual([]);

    a.nowMs += 3_600_000;
    b.note('pin', 'page:p', 'Earlier, on B.');
    a.note('pin', 'page:p', 'Later, on A.');
    b.meet(a);
    for (const device of [a, b]) {
      expect(noteOf(device, 'p')).toBe('Later, on A.');
      expect(losers(device)).toEqual(['Earlier, on B.']);
    }
    // Also once it was written again.
    b.note('pin', 'page:p', 'Third.');
    a.meet(b);
    expect([noteOf(a, 'p'), losers(a)]).toEqual(['Third.', ['Earlier, on B.']]);
  });

  it('keep a note that one took away from a pin that stays, as a text that can be found, until somebody deletes it', () => {
    const [a, b] = pair();
    const c = new Device('cccc');
    a.pin('p');
    a.note('pin', 'page:p', 'Long work.');
    a.meet(b);
    a.meet(c);
    a.note('pin', 'page:p', '');
    expect(b.take(a.look()).counts).toEqual([{ table: 'notes', added: 0, changed: 0, removed: 1 }]);
    expect([noteOf(b, 'p'), losers(b), b.rows.trash]).toEqual([undefined, ['Long work.'], []]);
    b.meet(a);
    c.meet(a);
    for (const device of [a, b, c]) expect(losers(device)).toEqual(['Long work.']);
    const [key, entry] = [...b.replica].find(([, each]) => Object.keys(each).some((field) => field.startsWith(LOST)))!;
    const field = Object.keys(entry).find((name) => name.startsWith(LOST))!;
    b.replica.set(key, withoutLoser(entry, field, b.name, b.nowMs + 1));
    b.meet(a);
    b.meet(c);
    for (const device of [a, b, c]) expect(losers(device)).toEqual([undefined]);
    // A note that goes with its pin lies in the trash.
    a.note('pin', 'page:p', 'Again.');
    a.meet(b);
    a.unpin('p');
    b.take(a.look());
    expect([losers(b), b.rows.trash]).toMatchObject([[undefined], [{ notes: [{ text: 'Again.' }] }]]);
  });

  it('keep both tags, and a state beside them', () => {
    const [a, b] = pair();
    a.pin('p');
    a.tag('p', ['old']);
    a.meet(b);
    a.tag('p', ['of a'], ['old']);
    b.tag('p', ['Of B']);
    b.change('p', () => ({ state: 'read' }));
    a.meet(b);
    expect([a.tagsOf('p'), b.tagsOf('p').sort()]).toEqual([
      ['of a', 'Of B'],
      ['Of B', 'of a'],
    ]);
    expect([a, b].map((device) => device.rows.pins[0]?.state)).toEqual(['read', 'read']);
  });

  it('take away what one took away, into the trash of the other, with its note', () => {
    const [a, b] = pair();
    a.pin('p');
    a.note('pin', 'page:p', 'A note.');
    a.meet(b);
    a.unpin('p');
    const plan = b.take(a.look());
    expect(plan.counts).toEqual([
      { table: 'pins', added: 0, changed: 0, removed: 1 },
      { table: 'notes', added: 0, changed: 0, removed: 1 },
    ]);
    expect(b.pinned()).toEqual([]);
    expect(b.rows.notes).toEqual([]);
    expect(b.rows.trash).toMatchObject([
      { id: 'pin page:p', kind: 'pin', articleIds: ['page:p'], notes: [{ text: 'A note.' }], pin: { id: 'page:p' } },
    ]);
  });

  it('keep what one changed while the other took it away', () => {
    const [a, b] = pair();
    a.pin('p');
    a.tag('p', ['old']);
    a.note('pin', 'page:p', 'Old.');
    a.meet(b);
    a.unpin('p');
    b.tag('p', ['new']);
    a.meet(b);
    for (const device of [a, b]) {
      expect(device.tagsOf('p').sort()).toEqual(['new', 'old']);
      expect(noteOf(device, 'p')).toBe('Old.');
    }
  });

  it('keep a collection into which one put a report while the other threw it away', () => {
    const [a, b] = pair();
    a.collect('k');
    a.gather('k', 'p');
    a.meet(b);
    a.dropCollection('k');
    b.gather('k', 'q');
    a.meet(b);
    for (const device of [a, b]) {
      expect(device.rows.collections.map(({ name }) => name)).toEqual(['k']);
      expect(device.rows.collectionItems.map(({ article }) => article.headline)).toEqual(['q']);
    }
    expect(b.rows.trash).toMatchObject([{ kind: 'item', item: { articleId: 'page:p' } }]);
  });

  it('throw a collection away whole, with what stands in it', () => {
    const [a, b] = pair();
    a.collect('k');
    a.collect('inner', 'k');
    a.gather('k', 'p');
    a.gather('inner', 'q');
    a.note('collection', 'inner', 'About it.');
    a.meet(b);
    a.dropCollection('k');
    a.note('collection', 'inner', '');
    b.take(a.look());
    expect(b.rows.trash).toMatchObject([
      {
        kind: 'collection',
        collection: { id: 'k' },
        within: [{ id: 'inner' }],
        notes: [{ text: 'About it.' }],
      },
    ]);
    expect(b.rows.trash[0]?.articleIds.sort()).toEqual(['page:p', 'page:q']);
    expect([b.rows.collections, b.rows.collectionItems, b.rows.notes]).toEqual([[], [], []]);
  });

  it('keep in the trash what was thrown away of a thing before', () => {
    const [a, b] = pair();
    for (const [text, tag] of [
      ['Long work.', 'old'],
      ['Short.', 'new'],
    ] as const) {
      a.pin('p');
      a.tag('p', [tag]);
      a.note('pin', 'page:p', text);
      a.meet(b);
      a.unpin('p');
      b.take(a.look());
    }
    expect(b.rows.trash).toMatchObject([{ pin: { tags: ['new', 'old'] }, notes: [{ text: 'Short.\n\nLong work.' }] }]);
  });

  it('part collections that they put into each other', () => {
    const [a, b] = pair();
    a.collect('k');
    a.collect('m');
    a.meet(b);
    const into = (device: Device, id: string, parentId: string): void => {
      device.nowMs += 5000;
      device.rows.collections = device.rows.collections.map((row) =>
        row.id === id ? { ...row, parentId, updatedAtMs: device.nowMs } : row,
      );
    };
    into(a, 'k', 'm');
    into(b, 'm', 'k');
    a.meet(b);
    a.meet(b);
    for (const device of [a, b]) expect(device.rows.collections.map(({ parentId }) => parentId)).toEqual([null, null]);
  });

  it('know a report by its address, whatever its ids', () => {
    const [a, b] = pair();
    b.ids.set('https://harbour.example/p', 'feed:p');
    a.pin('p');
    a.note('pin', 'page:p', 'A note.');
    b.pin('p');
    b.tag('p', ['mine']);
    a.meet(b);
    expect(a.rows.pins.map(({ id, tags }) => [id, tags])).toEqual([['page:p', ['mine']]]);
    expect(b.rows.pins.map(({ id, article }) => [id, article.id])).toEqual([['feed:p', 'feed:p']]);
    expect(b.rows.notes.map(({ id }) => id)).toEqual(['pin feed:p']);
    expect(a.take(b.look()).counts).toEqual([]);
  });

  it('leave drafts where they are', () => {
    const [a, b] = pair();
    a.pin('p');
    a.meet(b);
    b.rows.notes.push({ id: 'pin page:p', text: '', draft: 'half a tho', updatedAtMs: b.nowMs });
    a.note('pin', 'page:p', 'A note.');
    a.meet(b);
    expect(b.rows.notes).toMatchObject([{ text: 'A note.', draft: 'half a tho' }]);
    expect(a.rows.notes).toMatchObject([{ text: 'A note.', draft: null }]);
  });

  it('wait with a report until its collection has come, and take nothing away meanwhile', () => {
    const [a, b] = pair();
    a.collect('k');
    a.gather('k', 'p');
    const whole = a.look();
    const part: Replica = new Map([...whole].filter(([key]) => key.startsWith('item ')));
    b.take(part);
    expect(b.rows.collectionItems).toEqual([]);
    b.take(whole);
    expect(b.rows.collectionItems).toHaveLength(1);
    expect(a.take(b.look()).counts).toEqual([]);
  });

  it('forget what was in a pin when the trash does, and that it was never', () => {
    const [a, b] = pair();
    a.pin('p');
    a.note('pin', 'page:p', 'Private.');
    a.meet(b);
    const old = b.look();
    a.unpin('p');
    a.look();
    expect(JSON.stringify([...a.replica])).toContain('Private.');
    a.nowMs += TRASH_MS + 10_000;
    a.look();
    expect(JSON.stringify([...a.replica])).not.toContain('Private.');
    // A device that was away for so long does not bring it back.
    a.take(old);
    expect(a.pinned()).toEqual([]);
    b.take(a.look());
    expect(JSON.stringify([...b.replica])).not.toContain('Private.');
  });

  it('keep what one changed after another took it away, also where that is forgotten by now', () => {
    const [a, c] = pair();
    a.pin('p');
    a.tag('p', ['keep']);
    a.note('pin', 'page:p', 'Long work.');
    a.collect('k');
    a.note('collection', 'k', 'About it.');
    a.gather('k', 'p');
    a.meet(c);
    a.unpin('p');
    a.dropCollection('k');
    a.note('collection', 'k', '');
    a.look();
    c.change('p', () => ({ state: 'read' }));
    c.gather('k', 'q');
    for (const device of [a, c]) device.nowMs += TRASH_MS + 10_000;
    a.look();
    expect(JSON.stringify([...a.replica])).not.toContain('Long work.');
    a.meet(c);
    for (const device of [a, c]) {
      expect(device.rows.pins.map(({ state, tags }) => [state, tags])).toEqual([['read', ['keep']]]);
      expect(noteOf(device, 'p')).toBe('Long work.');
      expect(device.rows.collections.map(({ name }) => name)).toEqual(['k']);
      expect(device.rows.notes.map(({ text }) => text)).toContain('About it.');
      expect(device.rows.collectionItems.map(({ article }) => article.headline)).toEqual(['q']);
    }
    expect(c.rows.trash.map(({ id }) => id)).toEqual(['item k page:p']);
  });

  it('keep a note that one still has on what the other forgot and made anew', () => {
    const [a, b] = pair();
    b.pin('p');
    b.note('pin', 'page:p', 'Long work.');
    a.meet(b);
    a.unpin('p');
    a.look();
    a.nowMs += TRASH_MS + 10_000;
    a.look();
    a.pin('p');
    a.meet(b);
    for (const device of [a, b]) expect([device.pinned(), noteOf(device, 'p')]).toEqual([['p'], 'Long work.']);
    expect(b.rows.trash).toEqual([]);
  });

  it('do not take the rows of another index for a taking away of all that was in the one before', () => {
    const [a, b] = pair();
    a.pin('p');
    a.meet(b);
    // A device whose index is gone begins anew, with another name: it takes nothing away.
    const again = new Device('cccc');
    again.pin('q');
    again.meet(b);
    expect([again.pinned(), b.pinned()]).toEqual([
      ['p', 'q'],
      ['p', 'q'],
    ]);
  });
});
