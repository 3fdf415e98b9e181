import { useEffect, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { Pin, PinState } from '../../lib/core/user-data.ts';
import { actionFailureText, failureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { PageNotice } from '../PageNotice.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { PinRow } from './PinRow.tsx';

const STATES: PinState[] = ['unread', 'reading', 'read', 'archived'];

/** All pins, newest first: search by title, state, unpin with undo. */
export function PinsSection() {
  const { client, feedback } = useSurface();
  const { t, n, count } = useMessages();
  const [pins, setPins] = useState<Pin[] | null>(null);
  const [error, setError] = useState<SidelightError | null>(null);
  const [words, setWords] = useState('');
  const [state, setState] = useState<PinState | 'all'>('all');

  useEffect(() => {
    void client.listPins({}).then((answer) => {
      setPins(answer.ok ? [...answer.value].sort((a, b) => b.pinnedAtMs - a.pinnedAtMs) : null);
      setError(answer.ok ? null : answer.error);
    });
  }, [client]);

  if (error !== null) return <PageNotice icon="warning" urgent title={t('titleError')} text={t(failureText(error, 'error_generic'))} />;
  if (pins === null) return <ReportSkeleton rows={4} />;
  if (pins.length === 0) return <PageNotice icon="pin" title={t('pinsEmpty')} text={t('pinsEmptyText')} />;

  const asked = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const shown = pins.filter((pin) => {
    const title = `${pin.article.headline} ${pin.article.outletName ?? ''}`.toLocaleLowerCase();
    return (state === 'all' || pin.state === state) && asked.every((word) => title.includes(word));
  });

  async function unpin(pin: Pin): Promise<void> {
    const answer = await client.unpin({ pinId: pin.id });
    if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
    const at = pins?.findIndex((other) => other.id === pin.id) ?? 0;
    setPins((before) => before?.filter((other) => other.id !== pin.id) ?? null);
    feedback.tell(t('unpinDone'), async () => {
      const restored = await client.restorePin({ pinId: pin.id });
      if (restored.ok) setPins((before) => [...(before ?? []).slice(0, at), restored.value, ...(before ?? []).slice(at)]);
      return restored.ok;
    });
  }

  async function move(pin: Pin, next: PinState): Promise<void> {
    const answer = await client.setPinState({ pinId: pin.id, state: next });
    if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
    setPins((before) => before?.map((other) => (other.id === pin.id ? answer.value : other)) ?? null);
  }

  return (
    <>
      <div class="tools">
        <search>
          <input
            type="search"
            dir="auto"
            maxLength={200}
            aria-label={t('pinsSearch')}
            placeholder={t('pinsSearch')}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </search>
        <label>
          {t('pinsFilter')}{' '}
          <select value={state} onChange={(event) => setState(event.currentTarget.value as PinState | 'all')}>
            <option value="all">{t('pinsAll')}</option>
            {STATES.map((value) => (
              <option key={value} value={value}>
                {t(`state_${value}`)}
              </option>
            ))}
          </select>
        </label>
        <p role="status">
          {shown.length === pins.length ? n('pinsCount', pins.length) : t('pinsShown', count(shown.length), count(pins.length))}
        </p>
      </div>
      {shown.length === 0 && <p class="none">{t('pinsNoMatch')}</p>}
      <ul class="pins">
        {shown.map((pin) => (
          <PinRow key={pin.id} pin={pin} states={STATES} onUnpin={() => unpin(pin)} onState={(next) => move(pin, next)} />
        ))}
      </ul>
    </>
  );
}
