import { useId } from 'preact/hooks';
import type { MissingTopic } from '../lib/core/coverage.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Topics that related reports name and this page does not; each searches the index. */
export function MissingTopics({ topics, onSearch }: { topics: MissingTopic[]; onSearch(label: string): void }) {
  const { t, count } = useMessages();
  const headingId = useId();
  return (
    <section class="group" aria-labelledby={headingId}>
      <h2 id={headingId} class="group-title">
        {t('missing')}
      </h2>
      <p class="missing-intro">{t('missingIntro')}</p>
      <ul class="missing">
        {topics.map((topic) => (
          <li key={topic.id}>
            <button type="button" class="link-button" aria-label={t('missingSearch', topic.label)} onClick={() => onSearch(topic.label)}>
              <bdi>{topic.label}</bdi>
            </button>
            <span class="group-count">{count(topic.count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
