import { useEffect, useState } from 'preact/hooks';
import type { CourseSubject } from '../../lib/core/course.ts';
import type { ArticleRow } from '../../lib/core/coverage.ts';
import type { Result } from '../../lib/core/result.ts';
import type { CourseData } from '../course-data.ts';

/** Reports asked for at a time. */
export const REPORTS_A_PAGE = 30;

/** The reports of a subject, or of some of its days, as far as they are wanted: read in blocks, each once. Null until the first are there. */
export function useCourseReports(
  data: CourseData,
  { kind, id }: CourseSubject,
  days: [from: number, to: number] | null,
  wanted: number,
): Result<{ rows: ArticleRow[]; total: number }> | null {
  const key = `${kind} ${id} ${days?.join() ?? ''}`;
  const [found, setFound] = useState<{ key: string; answer: Result<{ rows: ArticleRow[]; total: number }> } | null>(null);
  const current = found?.key === key ? found.answer : null;
  const have = current?.ok ? current.value.rows.length : 0;
  const isWhole = current !== null && (!current.ok || have >= Math.min(wanted, current.value.total));

  useEffect(() => {
    if (isWhole) return;
    let dropped = false;
    void data.reports({ kind, id }, { from: have, limit: wanted - have, ...(days !== null && { days }) }).then((answer) => {
      if (dropped) return;
      const before = current?.ok ? current.value.rows : [];
      // A report that went meanwhile makes the block shorter: what is there is all there is.
      const rows = answer.ok ? [...before, ...answer.value.rows] : before;
      const total = answer.ok && answer.value.rows.length === 0 ? rows.length : answer.ok ? answer.value.total : 0;
      setFound({ key, answer: answer.ok ? { ok: true, value: { rows, total } } : answer });
    });
    return () => {
      dropped = true;
    };
  }, [key, wanted, isWhole, data]);
  return current;
}
