import { formatMoment, formatReportDate } from '../../lib/text/format/dates.ts';
import { formatBytes } from '../../lib/text/format/numbers.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PackPreview } from '../library-data.ts';
import { KindCounts } from './KindCounts.tsx';
import { PackRefused } from './PackRefused.tsx';
import { PackSigner } from './PackSigner.tsx';

/** What a pack file holds, whose it is, and what it would do here. */
export function PackPreviewPanel({ preview, onAdd, onCancel }: { preview: PackPreview; onAdd(): void; onCancel(): void }) {
  const { t, n, list, locale } = useMessages();
  const { refusal, here, counts } = preview;
  const made = formatReportDate(preview.date, null, locale);
  const kept = counts.some((row) => row.kept > 0);
  const isNothing = counts.every((row) => row.added + row.changed === 0);
  // A name alone makes it a version of what is here: only a key tells who made both.
  const isStrange = here !== null && refusal === null && here.fingerprint === null && here.source !== preview.source;
  return (
    <div class="preview">
      <p class="preview-title" dir="auto">
        {t(
          'packHolds',
          preview.name,
          list([n('packArticles', preview.articles), n('packReporters', preview.reporters), n('packTopics', preview.topics)]),
        )}
      </p>
      <ul>
        <li dir="auto">{t('packFrom', preview.source)}</li>
        <li dir="auto">{t('packLicence', preview.licence)}</li>
        <li>{made === null ? t('packUndated') : t('packMade', made)}</li>
        <li>{t('packSize', formatBytes(preview.bytes, locale))}</li>
        {refusal === null && <PackSigner signer={preview.signer} here={here} />}
        {here !== null && refusal === null && (
          <li>{here.isSame && isNothing ? t('packSame') : t('packHere', formatMoment(here.importedAtMs, locale) ?? '')}</li>
        )}
      </ul>
      {isStrange && (
        <p class="failed" dir="auto">
          {t('packOtherMaker', here.source, preview.source)}
        </p>
      )}
      {refusal === null ? (
        <>
          <KindCounts rows={counts} figures={kept ? ['inFile', 'added', 'changed', 'kept'] : ['inFile', 'added', 'changed']} />
          <ul>
            {kept && <li>{t('packKeptText')}</li>}
            {preview.missing > 0 && <li>{n('packMissing', preview.missing)}</li>}
            {preview.samples > 0 && <li>{n('packSamples', preview.samples)}</li>}
            {preview.unreadable > 0 && <li>{n('unreadable', preview.unreadable)}</li>}
          </ul>
        </>
      ) : (
        <PackRefused {...preview} refusal={refusal} />
      )}
      <p class="buttons">
        {refusal === null && (
          <button type="button" class="button button-main" onClick={onAdd}>
            {t('packAdd')}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </div>
  );
}
