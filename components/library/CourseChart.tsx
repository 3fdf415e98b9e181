import { useMemo } from 'preact/hooks';
import type { Course, CourseSplit } from '../../lib/core/course.ts';
import { type CourseBin, type CourseUnit, courseWindow, lastDayOf, unitFor, windowEnds } from '../../lib/core/course-bins.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { bandClass, CourseBars } from './CourseBars.tsx';
import { CourseTable } from './CourseTable.tsx';
import { bandTexts, windowSummary } from './course-labels.ts';

/** How a course is looked at. */
export interface CourseView {
  split: CourseSplit;
  /** Null for what fits. */
  unit: CourseUnit | null;
  /** Windows back from the latest. */
  back: number;
  table: boolean;
}

/** The first look: by outlet, in what fits, as bars. */
export const FIRST_COURSE: CourseView = { split: 'outlet', unit: null, back: 0, table: false };

const SPLITS = { outlet: 'courseByOutlet', language: 'courseByLanguage', reporter: 'courseByReporter' } as const;
const UNITS = { day: 'courseUnitDay', week: 'courseUnitWeek', month: 'courseUnitMonth' } as const;

/** Props of {@link CourseChart}. */
export interface CourseChartProps {
  course: Course;
  view: CourseView;
  /** First day of the bar whose reports are listed. */
  chosen: number | null;
  onView(change: Partial<CourseView>): void;
  onChoose(bin: CourseBin, unit: CourseUnit): void;
}

/** The course of coverage as bars or as a table, by what and in which steps the reader chooses, always with what the counts are of. */
export function CourseChart({ course, view, chosen, onView, onChoose }: CourseChartProps) {
  const messages = useMessages();
  const { t, count } = messages;
  const last = lastDayOf(course.days, course.indexDays, course.today);
  const unit = view.unit ?? unitFor(course.days, last);
  const splits = (Object.keys(SPLITS) as CourseSplit[]).filter((split) => split === 'outlet' || course.bands[split].length > 0);
  const split = splits.includes(view.split) ? view.split : 'outlet';
  const bands = course.bands[split];
  const ends = useMemo(() => windowEnds(course.days, last, unit), [course, last, unit]);
  const back = Math.min(view.back, ends.length - 1);
  const window = useMemo(() => courseWindow({ ...course, bands }, unit, ends[back]!), [course, bands, unit, ends, back]);
  const names = bandTexts(bands, split, messages);
  const summary = windowSummary(window, Math.max(last, course.today), course.outlets, messages);
  const totals = names.map((name, at) => ({ name, at, count: window.bins.reduce((sum, bin) => sum + (bin.counts[at] ?? 0), 0) }));

  return (
    <figure class="course">
      <div class="course-choices">
        <label>
          {t('courseSplit')}{' '}
          <select value={split} onChange={(event) => onView({ split: event.currentTarget.value as CourseSplit })}>
            {splits.map((each) => (
              <option key={each} value={each}>
                {t(SPLITS[each])}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('courseUnit')}{' '}
          <select value={unit} onChange={(event) => onView({ unit: event.currentTarget.value as CourseUnit, back: 0 })}>
            {(Object.keys(UNITS) as CourseUnit[]).map((each) => (
              <option key={each} value={each}>
                {t(UNITS[each])}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button button-small" aria-pressed={view.table} onClick={() => onView({ table: !view.table })}>
          {t('courseAsTable')}
        </button>
        {ends.length > 1 && (
          <span class="course-paging">
            <button
              type="button"
              class="button button-small"
              disabled={back === ends.length - 1}
              onClick={() => onView({ back: back + 1 })}
            >
              {t('courseEarlier')}
            </button>
            <button type="button" class="button button-small" disabled={back === 0} onClick={() => onView({ back: back - 1 })}>
              {t('courseLater')}
            </button>
          </span>
        )}
      </div>
      <figcaption aria-live="polite">{summary}</figcaption>
      {view.table ? (
        <CourseTable window={window} unit={unit} names={names} label={summary} />
      ) : (
        <>
          <ul class="course-legend">
            {totals
              .filter((band) => band.count > 0)
              .map((band) => (
                <li key={band.at}>
                  <i class={`band-${bandClass(band.at, names.length)}`} aria-hidden="true" />
                  <bdi>{band.name}</bdi> <span class="group-count">{count(band.count)}</span>
                </li>
              ))}
          </ul>
          <CourseBars window={window} unit={unit} names={names} chosen={chosen} label={summary} onChoose={(bin) => onChoose(bin, unit)} />
        </>
      )}
    </figure>
  );
}
