import { ABOUT_SALIENCE } from '../core/topic.ts';
import type { Pin } from '../core/user-data.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { cameAfter } from './came-after.ts';
import { joinStored, type SameTopics, sameTopics } from './same-topics.ts';

/** Reports of a topic that are looked through, last written first: beyond, "new" is a number nobody reads. */
const LOOKED_AT = 200;
/** A report tells of the same where it is about this many of the topics a pin's report is about, or about its only one. */
const SHARED = 2;
/** Topics of a pin's report that count, strongest first. */
const TOPICS = 3;

/**
 * By pin: how many reports came into the index after it was pinned and are about what its report is about. Counted from the report's strongest topics,
 * the 200 reports of each that were written last, new or renewed; pins without any, and pins whose report is not in the index, are left out.
 */
export async function newSincePinned(pins: Pin[], store: Store): Promise<Map<string, number>> {
  const same = sameTopics(await store.listCorrections());
  const stored = await store.getArticles(
    pins.map(({ id }) => id),
    { text: false },
  );
  const byId = new Map(stored.map((each) => [each.article.id, each]));
  const read = new Map<string, Promise<StoredArticle[]>>();
  const counts = new Map<string, number>();
  for (const pin of pins) {
    const own = byId.get(pin.id);
    const topics = own === undefined ? [] : aboutOf(own, same).slice(0, TOPICS);
    if (topics.length === 0) continue;
    const fresh = new Set<string>();
    for (const topic of topics) {
      if (!read.has(topic)) read.set(topic, latestOn(topic, same, store));
      for (const each of await read.get(topic)!) {
        if (each.article.id === pin.id || !cameAfter(each.article, pin.pinnedAtMs)) continue;
        const about = aboutOf(each, same);
        if (topics.filter((id) => about.includes(id)).length >= Math.min(SHARED, topics.length)) fresh.add(each.article.id);
      }
    }
    if (fresh.size > 0) counts.set(pin.id, fresh.size);
  }
  return counts;
}

/** Topics a report is about, strongest first. */
function aboutOf({ topics }: StoredArticle, same: SameTopics): string[] {
  return joinStored(topics, same)
    .filter(({ salience }) => salience >= ABOUT_SALIENCE)
    .sort((a, b) => b.salience - a.salience)
    .map(({ id }) => id);
}

async function latestOn(topic: string, same: SameTopics, store: Store): Promise<StoredArticle[]> {
  const terms = same.members(topic).map((id) => ({ term: `#${id}`, weight: 1 }));
  const found = await store.evaluate(terms, Number.POSITIVE_INFINITY);
  // The one written later has the greater number.
  const latest = found.map(({ docId }) => docId).sort((a, b) => b - a);
  return store.getArticlesByDocId(latest.slice(0, LOOKED_AT), { text: false });
}
