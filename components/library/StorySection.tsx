import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import '../styles/library-story.css';
import type { Result } from '../../lib/core/result.ts';
import type { Story, StoryReport } from '../../lib/core/story.ts';
import { formatReportDate } from '../../lib/text/format/dates.ts';
import type { CourseData } from '../course-data.ts';
import { type Messages, useMessages } from '../hooks/use-messages.ts';
import { type Corrections, type PinActions, useCorrections, usePins } from '../hooks/use-report-actions.ts';
import { useRowKeys } from '../hooks/use-row-keys.ts';
import { useKeptScroll } from '../hooks/use-view-state.ts';
import { Icon } from '../icons/Icon.tsx';
import { PinButton } from '../PinButton.tsx';
import { ReportLink } from '../ReportLink.tsx';
import { ReportMeta } from '../ReportMeta.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { PageFailure } from './PageFailure.tsx';

/** The reports of one event as a line through time: which are independent, what each adds, and what the reader may correct of it. */
export function StorySection({ data, id }: { data: CourseData; id: string }) {
  const messages = useMessages();
  const { t, n, count, series } = messages;
  const [answer, setAnswer] = useState<Result<Story> | null>(null);
  const pins = usePins();
  const root = useRef<HTMLDivElement>(null);
  const load = useCallback(async () => setAnswer(await data.story(id)), [data, id]);
  useEffect(() => void load(), [load]);
  const corrections = useCorrections(null, load, id);
  useKeptScroll(answer?.ok === true);
  useRowKeys(root, answer?.ok ? answer.value.reports.map(({ article }) => article) : [], pins);
  if (answer === null) return <ReportSkeleton rows={4} />;
  if (!answer.ok) return <PageFailure error={answer.error} gone={['storyGone', 'readGoneText']} />;
  const story = { ...answer.value, reports: answer.value.reports.filter(({ article }) => !corrections.isHidden(article.id)) };
  const [first, last] = spanOf(story.reports, messages);
  const parts = [
    n('eventReports', story.reports.length),
    ...(story.independent === 0 ? [] : [n(story.atLeast ? 'eventIndependentAtLeast' : 'eventIndependent', story.independent)]),
    n('stripSources', story.outlets),
    ...(story.languages > 1 ? [n('eventLanguages', story.languages)] : []),
  ];
  return (
    <div ref={root} class="story-section">
      <p class="story-of" dir="auto">
        {story.headline}
      </p>
      <p>{series(parts)}</p>
      {story.indexReports !== null && (
        <p class="meta">
          {first === last
            ? n('storyDenominatorDay', story.reports.length, count(story.indexReports), first)
            : n('storyDenominator', story.reports.length, count(story.indexReports), first, last)}
        </p>
      )}
      {story.reports.length === 1 ? <p class="none">{t('storyAlone')}</p> : <p class="meta">{t('storyNote')}</p>}
      <ol class="story">
        {story.reports.map((report, at) => (
          <Told
            key={report.article.id}
            report={report}
            before={story.reports[at - 1] ?? null}
            anchor={story.anchorId}
            pins={pins}
            corrections={corrections}
          />
        ))}
      </ol>
    </div>
  );
}

interface ToldProps {
  report: StoryReport;
  before: StoryReport | null;
  anchor: string;
  pins: PinActions;
  corrections: Corrections;
}

function Told({ report, before, anchor, pins, corrections }: ToldProps) {
  const messages = useMessages();
  const { t, locale } = messages;
  const { article, stand, of } = report;
  const isAnchor = article.id === anchor;
  const name = article.headline || article.url;
  const day = dateOf(report, messages);
  const isNewDay = before === null || dateOf(before, messages) !== day;
  return (
    <li
      class={`told told-${stand === 'own' || stand === 'agency' ? 'own' : stand === 'copy' || stand === 'shared' ? 'shared' : 'unsure'}`}
      data-report={article.id}
    >
      {isNewDay && <p class="told-day">{day}</p>}
      <div class="told-report">
        <h2 class="headline">
          <ReportLink article={article} />
        </h2>
        {/* Its date stands over it. */}
        <ReportMeta article={{ ...article, datePublished: null, publishedAtMs: null }} homeLanguage={locale} />
        <p class="told-stand">
          {isAnchor && <span class="here">{t('storyAnchor')} </span>}
          {standText(report, messages)}{' '}
          {stand === 'copy' && of !== null && (
            <button
              type="button"
              class="text-button"
              aria-label={t('notCopyFor', name)}
              onClick={() => void corrections.unfold(article, of)}
            >
              {t('notCopy')}
            </button>
          )}
        </p>
        {addsText(report, before === null, messages).map((line) => (
          <p key={line} class="told-adds">
            {line}
          </p>
        ))}
      </div>
      <div class="told-actions">
        <PinButton article={article} pinned={pins.isPinned(article.id)} onPin={pins.toggle} />
        {!isAnchor && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('notRelatedFor', name)}
            title={t('notRelated')}
            onClick={() => void corrections.hideReport(article)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </li>
  );
}

function dateOf({ article }: StoryReport, { t, locale }: Messages): string {
  return formatReportDate(article.datePublished, article.publishedAtMs, locale) ?? t('storyUndated');
}

function spanOf(reports: StoryReport[], messages: Messages): [first: string, last: string] {
  const dated = reports.filter(({ article }) => article.publishedAtMs !== null);
  const [first, last] = [dated[0], dated.at(-1)];
  return first === undefined || last === undefined ? ['', ''] : [dateOf(first, messages), dateOf(last, messages)];
}

function standText({ stand, of, agency, evidence }: StoryReport, { t }: Messages): string {
  const other = of?.outletName ?? t('unknownOutlet');
  switch (stand) {
    case 'own':
      return t('storyOwn');
    case 'agency':
      return t('storyAgency', agency ?? '');
    case 'copy':
      return t(evidence === 'headline' ? 'storyCopyHeadline' : evidence === 'address' ? 'storyCopyAddress' : 'storyCopyText', other);
    case 'shared':
      return agency === null ? t('storyShared', other) : t('storySharedAgency', agency);
    case 'short':
      return t('storyShort');
    case 'language':
      return t('storyLanguage');
  }
}

function addsText({ adds }: StoryReport, isFirst: boolean, { t, list }: Messages): string[] {
  if (adds === null) return [];
  const names = [...adds.topics.map(({ label }) => label), ...adds.names];
  return [
    ...(names.length === 0 ? [] : [t(isFirst ? 'storyBegins' : 'storyFirstNames', list(names))]),
    ...(adds.figures.length === 0 ? [] : [t(isFirst ? 'storyBeginsFigures' : 'storyFirstFigures', list(adds.figures))]),
  ];
}
