import { useCallback, useEffect, useState } from 'preact/hooks';
import type { FieldEdit } from '../../lib/core/field-edit.ts';
import type { Reporter } from '../../lib/core/reporter.ts';
import type { Result } from '../../lib/core/result.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { PageNotice } from '../PageNotice.tsx';
import type { PinsData } from '../pins-data.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { ReporterFields } from './FieldEditor.tsx';

/** What the index says of a reporter, field by field, to be corrected. */
export function ReporterSection({ data, id }: { data: PinsData; id: string }) {
  const { showReporter } = useSurface();
  const { t } = useMessages();
  const [answer, setAnswer] = useState<Result<{ reporter: Reporter; edits: FieldEdit[] }> | null>(null);
  const load = useCallback(async () => setAnswer(await data.readReporter(id)), [data, id]);
  useEffect(() => void load(), [load]);
  if (answer === null) return <ReportSkeleton rows={2} />;
  if (!answer.ok) return <PageNotice icon="warning" urgent title={t('reporterUnknown')} text={t('readGoneText')} />;
  return (
    <>
      <p class="intro">{t('fieldsIntro')}</p>
      <ReporterFields data={data} {...answer.value} onChanged={load} />
      <button type="button" class="button" onClick={() => showReporter(id)}>
        {t('reporterShow')}
      </button>
    </>
  );
}
