import { shortHash } from '../core/hash.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Correction } from '../core/user-data.ts';
import type { Store } from '../store/store.ts';
import { sameReporters } from './same-reporters.ts';

/** What a mark is made with. */
export interface MarkReporterDeps {
  store: Pick<Store, 'listCorrections' | 'putCorrection' | 'getReporters' | 'getArticles'>;
  nowMs: number;
}

type Marked = Promise<Result<{ correctionId: string }>>;

/** Two reporters are one person from now on: the other is read as this one. */
export async function markSameReporter(reporterId: string, otherId: string, deps: MarkReporterDeps): Marked {
  const people = sameReporters(await deps.store.listCorrections());
  const [own, other] = [people.of(reporterId), people.of(otherId)];
  if (own === other) return fail('bad-input', 'These are one person already.');
  if ((await deps.store.getReporters([own, other])).length < 2) return fail('not-found', 'That reporter is not in the index.');
  return write(
    { id: `same-reporter:${shortHash(other)}`, kind: 'same-reporter', reporterId: other, sameAsId: own, atMs: deps.nowMs },
    deps,
  );
}

/** Two reporters are two people: the one is not proposed as the other any more. */
export async function markOtherReporter(reporterId: string, otherId: string, deps: MarkReporterDeps): Marked {
  const id = `other-reporter:${shortHash([reporterId, otherId].sort().join(' '))}`;
  return write({ id, kind: 'other-reporter', reporterId, otherId, atMs: deps.nowMs }, deps);
}

/** A report is not by this reporter: it goes out of whatever is shown of them. */
export async function markNotTheirs(reporterId: string, articleId: string, deps: MarkReporterDeps): Marked {
  const people = sameReporters(await deps.store.listCorrections());
  const [stored] = await deps.store.getArticles([articleId], { text: false });
  // Noted of the id that the byline was taken for: it holds also when people who were joined are parted again.
  const taken = stored?.article.authors.find(
    (author) => author.reporterId !== null && people.of(author.reporterId) === people.of(reporterId),
  );
  if (!taken?.reporterId) return fail('not-found', 'That report is not by this reporter.');
  const id = `not-theirs:${shortHash(`${taken.reporterId} ${articleId}`)}`;
  return write({ id, kind: 'not-theirs', reporterId: taken.reporterId, articleId, atMs: deps.nowMs }, deps);
}

async function write(correction: Correction, { store }: MarkReporterDeps): Marked {
  const written = await store.putCorrection(correction);
  return written.ok ? ok({ correctionId: correction.id }) : written;
}
