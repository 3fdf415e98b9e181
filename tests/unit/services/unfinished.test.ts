import { expect, it } from 'vitest';
import { createUnfinishedWork } from '../../../lib/services/unfinished.ts';

it('a note of work that a page began while earlier work ended stays', async () => {
  const log: string[] = [];
  const work = createUnfinishedWork({
    save: async (unfinished) => void log.push(String(unfinished)),
    comeBack: async () => void log.push('alarm'),
  });
  const since = await work.note();
  await work.note();
  await work.done(since);
  expect(log).toEqual(['true', 'alarm', 'true', 'alarm']);
  await work.done(await work.note());
  expect(log.at(-1)).toBe('false');
});
