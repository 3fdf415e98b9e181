import { describe } from 'vitest';
import { addDemoPack, BROWSERS, indexReady, share, sharedSession, startSession } from '../support/session.ts';
import { corrections } from './demo-pack/corrections.ts';
import { courses } from './demo-pack/courses.ts';
import { searching } from './demo-pack/searching.ts';
import { starterPack } from './demo-pack/starter-pack.ts';

// One browser for all of them: starting one and adding the pack costs as much as most of these.
describe.each(BROWSERS)('with the demo pack, in %s', (name) => {
  const session = sharedSession(async () => {
    const started = await startSession(name);
    await indexReady(started.browser);
    await addDemoPack(started.browser);
    return started;
  });
  describe('searching', () => searching(session));
  const others: [string, (within: typeof session) => void][] = [
    ['corrections of topics', corrections],
    ['courses of coverage and stories', courses],
    ['what is followed, and the starter pack', starterPack],
  ];
  for (const [what, journeys] of share(others, name)) describe(what, () => journeys(session));
});
