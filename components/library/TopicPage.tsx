import { useCallback, useEffect, useState } from 'preact/hooks';
import '../styles/library-course.css';
import type { TopicPage as Page } from '../../lib/core/course.ts';
import type { Result } from '../../lib/core/result.ts';
import { formatOwnDay } from '../../lib/text/format/dates.ts';
import type { CourseData } from '../course-data.ts';
import { FollowButton } from '../FollowButton.tsx';
import { useMessages } from '../hooks/use-messages.ts';
import { useCorrections } from '../hooks/use-report-actions.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { TopicNames } from '../TopicNames.tsx';
import { CourseBody } from './CourseBody.tsx';
import { PageFailure } from './PageFailure.tsx';
import { searchHash } from './route.ts';

/** A topic: what it is and who says so, what the reader may correct of it, and the course of its coverage in the index. */
export function TopicPage({ data, id }: { data: CourseData; id: string }) {
  const { t, locale } = useMessages();
  const [answer, setAnswer] = useState<Result<Page> | null>(null);
  const load = useCallback(async () => setAnswer(await data.topic(id)), [data, id]);
  useEffect(() => void load(), [load]);
  const corrections = useCorrections(null, load);
  const label = answer?.ok ? answer.value.label : null;
  useEffect(() => {
    if (label !== null) document.title = `${label} · ${t('extName')}`;
  }, [label, t]);
  if (answer === null) return <ReportSkeleton rows={4} />;
  if (!answer.ok) {
    return (
      <>
        <h1>{t('navTopic')}</h1>
        <PageFailure error={answer.error} gone={['topicGone', 'topicGoneText']} />
      </>
    );
  }
  const page = answer.value;
  const madeOn = page.sourceAtMs === null ? null : formatOwnDay(page.sourceAtMs, locale);
  const source =
    page.source === null
      ? t('topicSourceNone')
      : page.source === 'own'
        ? t('topicSourceOwn', madeOn ?? t('courseUnknown'))
        : t(page.source === 'builtin' ? 'topicSourceBuiltin' : 'topicSourcePack');
  return (
    <>
      <header class="course-head">
        <div>
          <p class="meta">{page.kind === null ? t('navTopic') : t(`kind_${page.kind}`)}</p>
          <h1>
            <bdi>{page.label}</bdi>
          </h1>
        </div>
        <FollowButton id={`#${page.id}`} name={page.label} followed={page.followed} class="button" />
        {page.description !== null && (
          // Descriptions are one line in English, whatever the interface's language.
          <p class="course-about" lang="en" dir="auto">
            {page.description}
          </p>
        )}
        <p class="meta">{source}</p>
        <p>
          <a href={searchHash(page.query, true)}>{t('courseSearch')}</a>
        </p>
        <div class="topic-names">
          <TopicNames
            key={page.id}
            label={page.label}
            others={page.topics.map((other) => other.label)}
            canBeNamed={page.kind !== null && page.kind !== 'relation'}
            onAlias={(alias) => void corrections.nameTopic(page.id, alias, page.label)}
            onSameAs={(other) => void corrections.joinTopic(page.id, other, page.label)}
          />
        </div>
      </header>
      <CourseBody data={data} subject={{ kind: 'topic', id: page.id }} page={page} />
    </>
  );
}
