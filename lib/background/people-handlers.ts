import { ok, type Result } from '../core/result.ts';
import type { PageHandlers } from '../messaging/router.ts';
import { interfaceLocale } from '../platform/interface-texts.ts';
import { reporterDeps } from '../services/coverage.ts';
import { followedList, setFollowed } from '../services/followed.ts';
import { type MarkReporterDeps, markNotTheirs, markOtherReporter, markSameReporter } from '../services/mark-reporter.ts';
import { reporterProfile, reportersNamed } from '../services/reporter-profile.ts';
import { sameReporters } from '../services/same-reporters.ts';
import { sameTopics } from '../services/same-topics.ts';
import type { App } from './app.ts';

type PeopleHandlers = Pick<
  PageHandlers,
  | 'follow'
  | 'restoreFollows'
  | 'listFollowed'
  | 'seeFollowed'
  | 'getReporter'
  | 'findReporters'
  | 'markSameReporter'
  | 'markOtherReporter'
  | 'markNotTheirs'
>;

/** The messages about reporters, and what the user follows. */
export function createPeopleHandlers({ pages, withPlace }: App): PeopleHandlers {
  /** Makes a mark, and works on the open pages again: they may show the reporter. */
  const mark = <T>(make: (deps: MarkReporterDeps) => Promise<Result<T>>): Promise<Result<T>> =>
    withPlace(async ({ store }) => {
      const marked = await make({ store, nowMs: Date.now() });
      if (marked.ok) await pages.refreshAll();
      return marked;
    });

  return {
    follow: ({ id, followed }) =>
      withPlace(async ({ store }) => {
        const corrections = await store.listCorrections();
        const [people, same] = [sameReporters(corrections), sameTopics(corrections)];
        const removed = await setFollowed(id, followed, { store, people, same, nowMs: Date.now() });
        if (!removed.ok) return removed;
        // What is remembered of the open pages says whom the reader follows, and which reports are new by that.
        void pages.refreshAll();
        return ok({ followed, removed: removed.value });
      }),
    restoreFollows: ({ follows }) =>
      withPlace(async ({ store }) => {
        const written = await store.putFollows(follows);
        if (!written.ok) return written;
        void pages.refreshAll();
        return ok({});
      }),
    listFollowed: () => withPlace(async (place) => ok(await followedList(await reporterDeps(place, interfaceLocale()), Date.now()))),
    seeFollowed: ({ atMs }) =>
      withPlace(async ({ store }) => {
        const noted = await store.seeFollows(atMs);
        if (!noted.ok) return noted;
        await pages.refreshAll();
        return ok({});
      }),
    getReporter: ({ reporterId }) => withPlace(async (place) => reporterProfile(reporterId, await reporterDeps(place, interfaceLocale()))),
    findReporters: ({ typed, notId }) => withPlace(async ({ store }) => ok(await reportersNamed(typed, notId, store))),
    markSameReporter: ({ reporterId, otherId }) => mark((deps) => markSameReporter(reporterId, otherId, deps)),
    markOtherReporter: ({ reporterId, otherId }) => mark((deps) => markOtherReporter(reporterId, otherId, deps)),
    markNotTheirs: ({ reporterId, articleId }) => mark((deps) => markNotTheirs(reporterId, articleId, deps)),
  };
}
