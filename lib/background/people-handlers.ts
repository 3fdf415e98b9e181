import { ok, type Result } from '../core/result.ts';
import type { PageHandlers } from '../messaging/router.ts';
import { interfaceLocale } from '../platform/interface-texts.ts';
import { reporterDeps } from '../services/coverage.ts';
import { type MarkReporterDeps, markNotTheirs, markOtherReporter, markSameReporter } from '../services/mark-reporter.ts';
import { reporterProfile, reportersNamed } from '../services/reporter-profile.ts';
import type { App } from './app.ts';
import type { Workplace } from './workplace.ts';

type PeopleHandlers = Pick<
  PageHandlers,
  'followReporter' | 'getReporter' | 'findReporters' | 'markSameReporter' | 'markOtherReporter' | 'markNotTheirs'
>;

/** The messages about reporters. `withPlace` runs a task once the store is open. */
export function createPeopleHandlers(
  app: App,
  withPlace: <T>(task: (place: Workplace) => Promise<Result<T>>) => Promise<Result<T>>,
): PeopleHandlers {
  /** Makes a mark, and works on the open pages again: they may show the reporter. */
  const mark = <T>(make: (deps: MarkReporterDeps) => Promise<Result<T>>): Promise<Result<T>> =>
    withPlace(async ({ store }) => {
      const marked = await make({ store, nowMs: Date.now() });
      if (marked.ok) await app.pages.refreshAll();
      return marked;
    });

  return {
    followReporter: ({ reporterId, followed }) =>
      withPlace(async ({ store }) => {
        const written = await store.setFollowed(`@${reporterId}`, followed);
        return written.ok ? ok({ followed }) : written;
      }),
    getReporter: ({ reporterId }) => withPlace(async (place) => reporterProfile(reporterId, await reporterDeps(place, interfaceLocale()))),
    findReporters: ({ typed, notId }) => withPlace(async ({ store }) => ok(await reportersNamed(typed, notId, store))),
    markSameReporter: ({ reporterId, otherId }) => mark((deps) => markSameReporter(reporterId, otherId, deps)),
    markOtherReporter: ({ reporterId, otherId }) => mark((deps) => markOtherReporter(reporterId, otherId, deps)),
    markNotTheirs: ({ reporterId, articleId }) => mark((deps) => markNotTheirs(reporterId, articleId, deps)),
  };
}
