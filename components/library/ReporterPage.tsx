import { useCallback, useEffect, useState } from 'preact/hooks';
import '../styles/library-course.css';
import type { ReporterPage as Page } from '../../lib/core/course.ts';
import type { FieldEdit } from '../../lib/core/field-edit.ts';
import type { Reporter } from '../../lib/core/reporter.ts';
import type { Result } from '../../lib/core/result.ts';
import { formatList, languageName } from '../../lib/text/format/names.ts';
import { FollowButton } from '../FollowButton.tsx';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData } from '../library-data.ts';
import { bioSourceOf } from '../ReporterCard.tsx';
import { SampleTag } from '../ReportMeta.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { CourseBody } from './CourseBody.tsx';
import { ReporterFields } from './FieldEditor.tsx';
import { PageFailure } from './PageFailure.tsx';
import { searchHash } from './route.ts';

/** A reporter: what is known of them and who says so, and the course of their reports in the index. Evidence only, no scores. */
export function ReporterPage({ data, id }: { data: LibraryData; id: string }) {
  const { t } = useMessages();
  const [answer, setAnswer] = useState<Result<Page> | null>(null);
  const [fields, setFields] = useState<Result<{ reporter: Reporter; edits: FieldEdit[] }> | null>(null);
  const load = useCallback(async () => {
    const [page, found] = await Promise.all([data.courses.reporter(id), data.pins.readReporter(id)]);
    setFields(found);
    setAnswer(page);
  }, [data, id]);
  useEffect(() => void load(), [load]);
  const name = answer?.ok ? answer.value.card.name : null;
  useEffect(() => {
    if (name !== null) document.title = `${name} · ${t('extName')}`;
  }, [name, t]);
  if (answer === null) return <ReportSkeleton rows={4} />;
  if (!answer.ok) {
    return (
      <>
        <h1>{t('navReporter')}</h1>
        <PageFailure error={answer.error} gone={['reporterUnknown', 'readGoneText']} />
      </>
    );
  }
  return (
    <>
      <Head page={answer.value} />
      {fields?.ok && (
        <details class="course-fields">
          <summary>{t('fieldsCorrectReporter')}</summary>
          <p class="intro">{t('fieldsIntro')}</p>
          <ReporterFields data={data.pins} {...fields.value} onChanged={load} />
        </details>
      )}
      <CourseBody data={data.courses} subject={{ kind: 'reporter', id: answer.value.card.id }} page={answer.value} />
    </>
  );
}

function Head({ page }: { page: Page }) {
  const { showReporter } = useSurface();
  const { t, locale } = useMessages();
  const { card } = page;
  const role =
    card.jobTitle !== null && card.outletName !== null
      ? t('reporterRole', card.jobTitle, card.outletName)
      : (card.jobTitle ?? card.outletName);
  const languages = card.languages.flatMap((tag) => languageName(tag, locale) ?? []);
  return (
    <header class="course-head">
      <div>
        <p class="meta">{t('navReporter')}</p>
        <h1>
          <bdi>{card.name}</bdi> {card.sample && <SampleTag />}
        </h1>
      </div>
      <FollowButton id={`@${card.id}`} name={card.name} followed={card.followed} class="button" />
      {role !== null && <p dir="auto">{role}</p>}
      {card.bio !== null && (
        <p class="course-about" dir="auto">
          {card.bio}
        </p>
      )}
      {languages.length > 0 && <p class="meta">{t('reporterSpeaks', formatList(languages, locale))}</p>}
      <p class="meta" dir="auto">
        {bioSourceOf(card, locale, t)}
      </p>
      <p class="course-links">
        <a href={searchHash(page.query, true)}>{t('courseSearchReporter')}</a>
        <button type="button" class="text-button" aria-haspopup="dialog" onClick={() => showReporter(card.id)}>
          {t('reporterShow')}
        </button>
      </p>
    </header>
  );
}
