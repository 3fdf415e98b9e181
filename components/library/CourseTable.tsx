import type { CourseUnit, CourseWindow } from '../../lib/core/course-bins.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { binText, dayText } from './course-labels.ts';

/** The same figures as the bars', one row a time, the latest first. */
export function CourseTable({ window, unit, names, label }: { window: CourseWindow; unit: CourseUnit; names: string[]; label: string }) {
  const messages = useMessages();
  const { t, count } = messages;
  const isSplit = names.length > 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="course-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(unit === 'day' ? 'courseDay' : unit === 'week' ? 'courseWeek' : 'courseMonth')}</th>
            <th scope="col">{t('courseReports')}</th>
            <th scope="col">{t('courseInIndex')}</th>
            {isSplit &&
              names.map((name, at) => (
                <th key={at} scope="col" dir="auto" title={name}>
                  {name}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {window.bins.toReversed().map((bin) => (
            <tr key={bin.from}>
              <th scope="row">{unit === 'week' ? dayText(bin.from, messages.locale) : binText(bin, unit, messages)}</th>
              <td>{count(bin.count)}</td>
              <td>{count(bin.indexCount)}</td>
              {isSplit && bin.counts.map((value, at) => <td key={at}>{count(value)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
