import type { ComponentChildren } from 'preact';
import type { CoursePage } from '../../lib/core/course.ts';
import { paceOf, silenceOf } from '../../lib/core/course-figures.ts';
import { formatReportDate } from '../../lib/text/format/dates.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { ReportLink } from '../ReportLink.tsx';

/** First report, latest, pace and silence, each with what it is of. */
export function CourseFigures({ page }: { page: CoursePage }) {
  const { t, n, count, locale } = useMessages();
  const { course, first, latest } = page;
  const pace = paceOf(course);
  const silence = silenceOf(course);
  const dateOf = (row: typeof first): string | null => row && formatReportDate(row.datePublished, row.publishedAtMs, locale);
  return (
    <dl class="course-figures">
      <Figure name={t('courseReports')} value={count(course.reports)}>
        {n('courseOfIndex', course.indexSize)}
        {course.undated > 0 && ` · ${n('courseUndated', course.undated)}`}
      </Figure>
      {first && (
        <Figure name={t('courseFirst')} value={dateOf(first) ?? ''}>
          <ReportLink article={first} />
        </Figure>
      )}
      {latest && (
        <Figure name={t('courseLatest')} value={dateOf(latest) ?? ''}>
          <ReportLink article={latest} />
        </Figure>
      )}
      <Figure name={t('coursePace')} value={pace === null ? t('courseUnknown') : t('courseAWeek', rate(pace.lately.aWeek))}>
        {pace === null
          ? t('coursePaceUnknown')
          : `${t('coursePaceLately', count(pace.lately.weeks), rate(pace.lately.indexAWeek))} ${
              pace.before === null
                ? t('coursePaceNoBefore')
                : t('coursePaceBefore', rate(pace.before.aWeek), n('courseWeeks', pace.before.weeks), rate(pace.before.indexAWeek))
            }`}
      </Figure>
      {silence && (
        <Figure name={t('courseSilence')} value={silence.days === 0 ? t('courseSilenceNone') : n('courseSilenceDays', silence.days)}>
          {silence.days > 0 && n('courseSilenceOthers', silence.others)}
        </Figure>
      )}
    </dl>
  );

  function rate(aWeek: number): string {
    return count(aWeek < 10 ? Math.round(aWeek * 10) / 10 : Math.round(aWeek));
  }
}

function Figure({ name, value, children }: { name: string; value: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        <span>{children}</span>
      </dd>
    </div>
  );
}
