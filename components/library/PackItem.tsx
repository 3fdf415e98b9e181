import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMoment, formatReportDate } from '../../lib/text/format/dates.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, PackRemoval, PackRow } from '../library-data.ts';
import { PackFingerprint } from './PackFingerprint.tsx';

type Step = { kind: 'idle' } | { kind: 'asking'; removal: PackRemoval } | { kind: 'removing'; done: number; of: number };

/** Props of {@link PackItem}. `onLook`: the reader asks for a newer version, the permission for its host is asked for. */
export interface PackItemProps {
  pack: PackRow;
  data: LibraryData;
  onRemoved(): void;
  onLook(url: string, granted: Promise<boolean>): void;
}

/** One pack: whose it is, what it holds, and its removal, which says exactly what goes before anything does. */
export function PackItem({ pack, data, onRemoved, onLook }: PackItemProps) {
  const { feedback, platform } = useSurface();
  const { t, n, list, locale } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const asks = useRef<HTMLButtonElement>(null);
  const made = formatReportDate(pack.date, null, locale);
  const added = formatMoment(pack.importedAtMs, locale);

  async function ask(): Promise<void> {
    const removal = await data.removalOf(pack.id);
    if (removal.ok) setStep({ kind: 'asking', removal: removal.value });
    else feedback.tell(t(actionFailureText(removal.error, 'actionFailed')));
  }

  async function remove({ articles }: PackRemoval): Promise<void> {
    setStep({ kind: 'removing', done: 0, of: articles });
    const removed = await data.removePack(pack.id, (done) => setStep({ kind: 'removing', done, of: articles }));
    feedback.tell(removed.ok ? t('packRemoved', pack.name) : t(actionFailureText(removed.error, 'actionFailed')));
    // What is left can be removed at another try.
    if (!removed.ok) setStep({ kind: 'idle' });
    onRemoved();
  }

  function cancel(): void {
    setStep({ kind: 'idle' });
    asks.current?.focus();
  }

  return (
    <li class="pack">
      <p class="pack-name" dir="auto">
        {pack.name}
      </p>
      <p class="meta">
        {t(
          'packBrought',
          list([
            n('packArticles', pack.articles),
            n('packReporters', pack.reporters),
            n('packOutlets', pack.outlets),
            n('packTopics', pack.topics),
          ]),
        )}
      </p>
      {!pack.isWhole && <p class="meta">{t('packNotWhole')}</p>}
      <p class="meta" dir="auto">
        {[pack.licence && t('packLicence', pack.licence), made && t('packMade', made), added && t('packAddedOn', added)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="meta">
        {pack.fingerprint === null ? (
          t('packNoKey')
        ) : (
          <>
            {t('packKey')} <PackFingerprint value={pack.fingerprint} />
          </>
        )}
      </p>
      {pack.url !== null && (
        <button
          type="button"
          class="text-button"
          aria-label={t('packLookFor', pack.name)}
          onClick={() => onLook(pack.url as string, platform.requestHosts({ kind: 'hosts', hosts: [new URL(pack.url as string).host] }))}
        >
          {t('packLook')}
        </button>
      )}
      <button
        ref={asks}
        type="button"
        class="button"
        aria-label={t('packRemoveNamed', pack.name)}
        aria-expanded={step.kind === 'asking'}
        disabled={step.kind === 'removing'}
        onClick={ask}
      >
        {t('packRemove')}
      </button>
      {step.kind === 'asking' && (
        <RemovalQuestion name={pack.name} removal={step.removal} onRemove={() => remove(step.removal)} onCancel={cancel} />
      )}
      {step.kind === 'removing' && (
        <p class="rebuilding">
          <progress max={Math.max(1, step.of)} value={step.done} aria-label={t('packRemoving')} />
          {t('packRemoving')}
        </p>
      )}
    </li>
  );
}

interface QuestionProps {
  name: string;
  removal: PackRemoval;
  onRemove(): void;
  onCancel(): void;
}

function RemovalQuestion({ name, removal, onRemove, onCancel }: QuestionProps) {
  const { t, n, list } = useMessages();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  const { articles, reporters, outlets, topics, kept } = removal;
  const gone = [
    articles > 0 ? [n('packArticles', articles)] : [],
    reporters > 0 ? [n('packReporters', reporters)] : [],
    outlets > 0 ? [n('packOutlets', outlets)] : [],
    topics > 0 ? [n('packTopics', topics)] : [],
  ].flat();
  return (
    <fieldset class="preview">
      <legend class="preview-title" dir="auto">
        {t('packRemoveAsk', name)}
      </legend>
      <ul>
        <li>{gone.length === 0 ? t('packRemoveNothing') : t('packRemoveTakes', list(gone))}</li>
        {kept > 0 && <li>{n('packRemoveKeeps', kept)}</li>}
        <li>{t('packRemovePins')}</li>
      </ul>
      <p class="buttons">
        <button type="button" class="button" onClick={onRemove}>
          {t('packRemoveNamed', name)}
        </button>
        <button ref={no} type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </fieldset>
  );
}
