import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../lib/core/canonical-json.ts';
import { mergeReplicas, type Replica } from '../../../lib/sync/replica.ts';
import { runs } from '../../support/runs.ts';
import { Device, NOON } from './devices.ts';

const NAMES = ['a', 'b', 'c'];
const COLLECTIONS = ['k1', 'k2'];

type Act = (devices: Device[]) => void;

const onDevice = <T>(values: fc.Arbitrary<T>, act: (device: Device, value: T) => void): fc.Arbitrary<Act> =>
  fc.tuple(fc.nat(2), values).map(
    ([at, value]) =>
      (devices) =>
        act(devices[at]!, value),
  );
const name = fc.constantFrom(...NAMES);
const collection = fc.constantFrom(...COLLECTIONS);
const word = fc.constantFrom('x', 'y', 'z');

/** What readers do on three devices, in any order, and how these meet. */
const act: fc.Arbitrary<Act> = fc.oneof(
  onDevice(name, (device, of) => device.pin(of)),
  onDevice(fc.tuple(name, word), (device, [of, tag]) => device.tag(of, [tag])),
  onDevice(fc.tuple(name, word), (device, [of, tag]) => device.tag(of, [], [tag])),
  onDevice(fc.tuple(name, fc.constantFrom('unread', 'read', 'archived')), (device, [of, state]) =>
    device.change(of, () => ({ state: state as 'unread' })),
  ),
  onDevice(name, (device, of) => device.unpin(of)),
  onDevice(fc.tuple(name, word), (device, [of, text]) => {
    const pin = device.rows.pins.find(({ article }) => article.headline === of);
    if (pin !== undefined) device.note('pin', pin.id, text);
  }),
  onDevice(fc.tuple(collection, fc.constantFrom(null, ...COLLECTIONS)), (device, [id, parent]) =>
    device.collect(id, parent !== id && device.rows.collections.some((row) => row.id === parent && row.parentId === null) ? parent : null),
  ),
  onDevice(fc.tuple(collection, name), (device, [id, of]) => device.gather(id, of)),
  onDevice(collection, (device, id) => device.dropCollection(id)),
  onDevice(fc.constantFrom(1, 2, 40), (device, days) => {
    device.nowMs += days * 86_400_000;
  }),
  fc.tuple(fc.nat(2), fc.nat(2)).map(
    ([to, from]) =>
      (devices: Device[]) =>
        void devices[to]!.take(devices[from]!.look()),
  ),
);
const history = fc.array(act, { maxLength: 40 });

function run(acts: Act[]): Device[] {
  const devices = ['aaaa', 'bbbb', 'cccc'].map((id, at) => new Device(id, NOON + at * 7));
  for (const each of acts) each(devices);
  return devices;
}

function meetAll([a, b, c]: Device[]): void {
  for (let round = 0; round < 3; round++) {
    a!.meet(b!);
    b!.meet(c!);
    a!.meet(c!);
  }
}

const json = (replica: Replica): string => canonicalJson(Object.fromEntries(replica));

describe('merging what devices know', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const [a, b, c] = run(acts).map((device) => device.look());
        const ab = mergeReplicas(a!, b!);
        expect(json(ab)).toBe(json(mergeReplicas(b!, a!)));
        expect(json(mergeReplicas(ab, c!))).toBe(json(mergeReplicas(a!, mergeReplicas(b!, c!))));
        expect(json(mergeReplicas(ab, b!))).toBe(json(ab));
        expect(json(mergeReplicas(a!, a!))).toBe(json(a!));
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives all devices the same rows, after which meeting changes nothing', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const devices = run(acts);
        meetAll(devices);
        const [first, ...others] = devices.map((device) => device.seen());
        for (const other of others) expect(other).toEqual(first);
        for (const device of devices) expect(device.take(devices[0]!.look()).counts).toEqual([]);
        const before = devices.map((device) => json(device.replica));
        expect(devices.map((device) => json(device.look()))).toEqual(before);
      }),
      { numRuns: runs(300) },
    );
  });

  it('leaves each pin and item where the next look finds it, also where a device has reports under other forms of their addresses', () => {
    fc.assert(
      fc.property(history, fc.nat(2), (acts, at) => {
        const other: Act = (devices) => {
          devices[at]!.hasOtherForms = true;
        };
        const devices = run([other, ...acts]);
        meetAll(devices);
        expect(devices.map(({ unfound }) => unfound)).toEqual([[], [], []]);
      }),
      { numRuns: runs(100) },
    );
  });

  it('loses nothing that one added and nobody took away', () => {
    fc.assert(
      fc.property(history, fc.nat(2), fc.nat(40), (acts, at, when) => {
        const add: Act = (devices) => {
          const device = devices[at]!;
          device.pin('kept');
          device.tag('kept', ['mine']);
          device.note('pin', 'page:kept', 'A note.');
          device.collect('own');
          device.gather('own', 'kept');
        };
        const devices = run([...acts.slice(0, when), add, ...acts.slice(when)]);
        meetAll(devices);
        for (const device of devices) {
          expect(device.tagsOf('kept')).toEqual(['mine']);
          expect(device.rows.notes.map(({ text }) => text)).toContain('A note.');
          expect(device.rows.collectionItems.some(({ collectionId }) => collectionId === 'own')).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('loses nothing of what one changed while another took it away, however long ago', () => {
    fc.assert(
      fc.property(history, fc.constantFrom('state', 'tag', 'note'), fc.nat(80), fc.boolean(), (acts, change, days, isTold) => {
        const devices = run(acts);
        const [a, b, c] = devices as [Device, Device, Device];
        c.pin('kept');
        c.tag('kept', ['mine']);
        c.note('pin', 'page:kept', 'A note.');
        c.collect('own');
        c.gather('own', 'kept');
        meetAll(devices);
        a.unpin('kept');
        a.dropCollection('own');
        a.look();
        if (change === 'state') c.change('kept', ({ state }) => ({ state: state === 'read' ? 'unread' : 'read' }));
        if (change === 'tag') c.tag('kept', ['more']);
        if (change === 'note') c.note('pin', 'page:kept', 'A note. And more.');
        c.gather('own', 'other');
        for (const device of devices) device.nowMs += days * 86_400_000;
        if (isTold) a.meet(b);
        meetAll(devices);
        for (const device of devices) {
          expect(device.tagsOf('kept')).toContain('mine');
          expect(device.rows.notes.some(({ text }) => text.startsWith('A note.'))).toBe(true);
          expect(device.rows.collections.some(({ name }) => name === 'own')).toBe(true);
          expect(device.rows.collectionItems.some(({ id }) => id === 'own page:other')).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('loses no text that anybody typed last on a device: it is the note, a kept loser, or the device that wrote another had seen it', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const devices = run(acts);
        for (const device of devices) device.pin('a');
        meetAll(devices);
        devices.forEach((device, at) => {
          const pin = device.rows.pins.find(({ article }) => article.headline === 'a')!;
          device.note('pin', pin.id, `text of ${at}`);
        });
        meetAll(devices);
        for (const device of devices) {
          const known = json(device.replica);
          for (const at of devices.keys()) expect(known).toContain(`"text of ${at}"`);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
