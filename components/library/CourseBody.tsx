import { useState } from 'preact/hooks';
import type { CoursePage, CourseSubject } from '../../lib/core/course.ts';
import type { CourseUnit } from '../../lib/core/course-bins.ts';
import type { CourseData } from '../course-data.ts';
import { REPORTS_A_PAGE, useCourseReports } from '../hooks/use-course-reports.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { useKeptScroll, useViewState } from '../hooks/use-view-state.ts';
import { CountedLinks } from './CountedLinks.tsx';
import { CourseChart, FIRST_COURSE } from './CourseChart.tsx';
import { CourseFigures } from './CourseFigures.tsx';
import { CourseReports } from './CourseReports.tsx';
import { binText } from './course-labels.ts';

/** Props of {@link CourseBody}. */
export interface CourseBodyProps {
  data: CourseData;
  subject: CourseSubject;
  page: CoursePage;
}

/** What is below the head of a topic's and a reporter's page: figures, course, related, reports. The choices are kept with the place in the history. */
export function CourseBody({ data, subject, page }: CourseBodyProps) {
  const messages = useMessages();
  const { t, n } = messages;
  const [view, setView] = useViewState(`course ${subject.kind} ${subject.id}`, { ...FIRST_COURSE, drawn: REPORTS_A_PAGE });
  const [chosen, setChosen] = useState<{ from: number; to: number; unit: CourseUnit } | null>(null);
  const reports = useCourseReports(data, subject, chosen === null ? null : [chosen.from, chosen.to], view.drawn);
  useKeptScroll(reports?.ok === true);
  const isTopic = subject.kind === 'topic';
  const note = (name: 'courseTopicsNote' | 'courseReportersNote' | 'courseColleaguesNote'): string =>
    page.looked < page.course.reports ? `${t(name)} ${n('courseLooked', page.looked)}` : t(name);
  if (page.course.reports === 0) return <p class="none">{t(isTopic ? 'courseNoneTopic' : 'courseNoneReporter')}</p>;
  return (
    <>
      <CourseFigures page={page} />
      {page.course.days.length > 0 && (
        <>
          <h2 class="course-title">{t('courseTitle')}</h2>
          <CourseChart
            course={page.course}
            view={view}
            chosen={chosen?.from ?? null}
            onView={setView}
            onChoose={(bin, unit) => setChosen(chosen?.from === bin.from ? null : { from: bin.from, to: bin.to, unit })}
          />
        </>
      )}
      <div class="course-beside">
        <CountedLinks title={t('courseTopics')} note={note('courseTopicsNote')} place="topic" rows={page.topics} />
        <CountedLinks
          title={t(isTopic ? 'courseReporters' : 'courseColleagues')}
          note={note(isTopic ? 'courseReportersNote' : 'courseColleaguesNote')}
          place="reporter"
          rows={page.reporters}
        />
      </div>
      <CourseReports
        answer={reports}
        within={chosen === null ? null : binText(chosen, chosen.unit, messages)}
        onAll={() => setChosen(null)}
        onMore={() => setView({ drawn: view.drawn + REPORTS_A_PAGE })}
      />
    </>
  );
}
