import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFileDue, isReminderDue, NOTHING_KEPT, parseSafekeeping, roomLeft, type Safekeeping } from '../../../lib/core/safekeeping.ts';

it('what is remembered is read back, and anything else is nothing', () => {
  const kept: Safekeeping = {
    ...{ outside: { atMs: 5, changes: 3, by: 'itself' }, weekly: true },
    ...{ failure: { code: 'no-permission', atMs: 9 }, copiesFailAtMs: 4 },
  };
  expect(parseSafekeeping(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const other of [undefined, null, 7, 'x', [], {}, { outside: { atMs: 'x', changes: 1 }, failure: {}, weekly: 1 }])
    expect(parseSafekeeping(other)).toEqual(NOTHING_KEPT);
  fc.assert(fc.property(fc.anything(), (value) => typeof parseSafekeeping(value).weekly === 'boolean'));
});

it('a warning comes long before the end, and never on a disk with room', () => {
  const GB = 1e9;
  expect(roomLeft({ usedBytes: 9 * GB, quotaBytes: 10 * GB })).toBe('near');
  expect(roomLeft({ usedBytes: 7 * GB, quotaBytes: 10 * GB })).toBeNull();
  expect(roomLeft({ usedBytes: 9.95 * GB, quotaBytes: 10 * GB })).toBe('full');
  expect(roomLeft({ usedBytes: 850 * GB, quotaBytes: 1000 * GB })).toBeNull();
  expect(roomLeft({ usedBytes: 998.5 * GB, quotaBytes: 1000 * GB })).toBe('full');
  expect(roomLeft({ usedBytes: 0, quotaBytes: 5e7 })).toBe('full');
  expect(roomLeft({ usedBytes: 0, quotaBytes: 0 })).toBeNull();
});

it('a copy outside that a wrong clock dated ahead holds neither the weekly file nor the reminder up', () => {
  const [day, now] = [86_400_000, Date.UTC(2026, 10, 27)];
  const outsideAt = (atMs: number): Safekeeping => ({ ...NOTHING_KEPT, weekly: true, outside: { atMs, changes: 10, by: 'itself' } });
  const due = (atMs: number, changes: number) => [
    isFileDue(outsideAt(atMs), { changes }, now),
    isReminderDue(outsideAt(atMs), { changes, sinceMs: 1 }, now),
  ];
  expect(due(now + 400 * day, 11)).toEqual([true, true]);
  expect(due(now + 400 * day, 10)).toEqual([false, false]);
  expect(due(now - 8 * day, 11)).toEqual([true, false]);
  // A clock that was set right by an hour.
  expect(due(now + 3_600_000, 11)).toEqual([false, false]);
});
