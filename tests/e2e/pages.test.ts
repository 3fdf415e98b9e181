import { describe } from 'vitest';
import { demoHosts } from '../../demo/server.ts';
import { BROWSERS, chooseSites, indexReady, sharedSession, startSession } from '../support/session.ts';
import { extraction, extractionPages } from './pages/extraction.ts';
import { STATES_HOST, statePages, states } from './pages/states.ts';

// One browser for both: starting one costs as much as most of these.
describe.each(BROWSERS)('pages in %s', (name) => {
  const session = sharedSession(async () => {
    const started = await startSession(name, { pages: async (...asked) => (await statePages(...asked)) ?? extractionPages(...asked) });
    await indexReady(started.browser);
    await started.browser.grantHosts(['*://*/*']);
    await chooseSites(started.browser, [...demoHosts, STATES_HOST]);
    return started;
  });
  describe('that are no plain article', () => states(name, session));
  describe('as extraction reads them', () => extraction(name, session));
});
