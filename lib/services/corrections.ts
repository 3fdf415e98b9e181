import type { DetectedTopic } from '../core/topic.ts';
import type { Correction } from '../core/user-data.ts';
import { fold } from '../text/fold.ts';

/** Names a page without holding its address: the first 128 bits of SHA-256 over a salt of this installation and the address. */
export async function pageKey(salt: string, canonicalUrl: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${canonicalUrl}`));
  return [...new Uint8Array(digest).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reports the user said are not related to this page. */
export function hiddenArticles(corrections: Correction[], key: string): Set<string> {
  return new Set(corrections.flatMap((entry) => (entry.kind === 'not-related' && entry.pageKey === key ? [entry.articleId] : [])));
}

/** Takes out the mentions the user said do not mean the topic, and topics that have none left. */
export function correctTopics(topics: DetectedTopic[], corrections: Correction[]): DetectedTopic[] {
  const wrong = new Set(corrections.flatMap((entry) => (entry.kind === 'not-topic' ? [`${entry.topicId} ${fold(entry.surface)}`] : [])));
  if (wrong.size === 0) return topics;
  return topics.flatMap((topic) => {
    const mentions = topic.mentions.filter((mention) => !wrong.has(`${topic.id} ${fold(mention.surface)}`));
    return mentions.length === 0 ? [] : [{ ...topic, mentions }];
  });
}
