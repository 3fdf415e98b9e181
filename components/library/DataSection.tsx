import { useCallback, useEffect, useState } from 'preact/hooks';
import type { IndexStatus } from '../../lib/core/coverage.ts';
import type { SidelightError } from '../../lib/core/errors.ts';
import { actionFailureText, failureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData } from '../library-data.ts';
import { SamplesNote } from '../SamplesNote.tsx';
import { ExchangeSection } from './ExchangeSection.tsx';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import { IndexFacts } from './IndexFacts.tsx';
import { PackImport, type PackImportProps } from './PackImport.tsx';
import { PacksList } from './PacksList.tsx';
import { Restore } from './Restore.tsx';
import { RoomSection } from './RoomSection.tsx';
import { SyncSection } from './SyncSection.tsx';

/** How often the progress of a rebuild is asked for. */
const PROGRESS_MS = 500;

/** What is stored and every way in and out of it. */
export function DataSection({ data }: { data: LibraryData }) {
  const { client, feedback } = useSurface();
  const { t } = useMessages();
  const [status, setStatus] = useState<IndexStatus | null>(null);
  const [fault, setFault] = useState<SidelightError | null>(null);
  const [asked, setAsked] = useState<PackImportProps['asked']>(null);
  const [packsVersion, setPacksVersion] = useState(0);

  const load = useCallback(async () => {
    const answer = await client.getIndexStatus({});
    setFault(answer.ok ? null : answer.error);
    if (answer.ok) setStatus(answer.value);
  }, [client]);
  useEffect(() => void load(), [load]);
  const packsChanged = useCallback(() => {
    setPacksVersion((version) => version + 1);
    void load();
  }, [load]);
  const rebuilding = status?.rebuilding ?? null;
  useEffect(() => {
    if (rebuilding === null) return;
    const timer = setTimeout(load, PROGRESS_MS);
    return () => clearTimeout(timer);
  }, [rebuilding, status, load]);

  async function rebuild(): Promise<void> {
    const answer = await client.rebuildIndex({});
    feedback.tell(t(answer.ok ? 'rebuildStarted' : actionFailureText(answer.error, 'actionFailed')));
    await load();
  }

  return (
    <div class="parts">
      <section>
        <h2>{t('dataIndex')}</h2>
        {fault !== null && (
          <div class="failed" role="alert">
            <p>{t(failureText(fault, 'error_storage_failed'))}</p>
            <p>{t('faultText')}</p>
          </div>
        )}
        <IndexFacts status={status} />
        {status !== null && status.sampleArticles > 0 && <SamplesNote samples={status.sampleArticles} onRemoved={packsChanged} />}
      </section>
      <PackImport data={data} onAdded={packsChanged} asked={asked} />
      <PacksList data={data} version={packsVersion} onRemoved={packsChanged} onLook={(url, granted) => setAsked({ url, granted })} />
      <ImportSection data={data} onImported={load} />
      <ExportSection data={data} />
      <Restore data={data} onRestored={load} />
      <ExchangeSection data={data} onTaken={load} />
      <SyncSection data={data} onSynced={load} />
      <RoomSection data={data} status={status} />
      <section>
        <h2>{t('dataRebuild')}</h2>
        <p>{t('dataRebuildText')}</p>
        <button type="button" class="button" onClick={rebuild}>
          {t('rebuild')}
        </button>
      </section>
    </div>
  );
}
