import * as v from 'valibot';
import { canonicalUrl } from '../core/canonical-url.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import { snapshotOf } from '../extract/extract.ts';
import { guessLanguage } from '../text/language.ts';

/** Characters of a copied page at most: twice what the copier takes, since JSON escapes some. */
const MAX_CHARS = 3_000_000;

const copySchema = v.object({
  address: v.pipe(v.string(), v.maxLength(8192)),
  loadedAt: v.optional(v.pipe(v.string(), v.maxLength(8192))),
  parts: v.pipe(
    v.array(v.string()),
    v.check((parts) => parts.reduce((sum, part) => sum + part.length, 0) <= MAX_CHARS),
  ),
});

/**
 * The snapshot of what a page's process handed over (a `PageCopy`, untrusted): its shape and size are checked here, what it says is
 * checked by the extractor, which takes any page for hostile: only http(s) addresses, text within its budget, the language verified.
 */
export function parseSnapshot(value: unknown): Result<PageSnapshot> {
  const parsed = v.safeParse(copySchema, value);
  if (!parsed.success) return fail('bad-message', 'What the page sent could not be read.');
  const snapshot = snapshotOf(parsed.output, { guessLanguage });
  return ok({ ...snapshot, url: canonicalUrl(snapshot.url) });
}
