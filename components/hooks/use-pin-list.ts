import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { Note, PinChange } from '../../lib/core/library.ts';
import { byHand } from '../../lib/core/rank.ts';
import type { Result } from '../../lib/core/result.ts';
import type { Pin } from '../../lib/core/user-data.ts';
import { actionFailureText } from '../failure-text.ts';
import { PINS_A_PAGE } from '../library/pin-view.ts';
import type { Done, PinsData } from '../pins-data.ts';
import { useSurface } from './surface-context.ts';
import { useMessages } from './use-messages.ts';

/** The pins as the library page shows and changes them. Every change can be taken back. */
export interface PinListState {
  /** In the order by hand; null until the first are there. */
  pins: Pin[] | null;
  /** False while only the first screen is there. */
  isWhole: boolean;
  notes: ReadonlyMap<string, Note>;
  trashed: number;
  error: SidelightError | null;
  change(ids: string[], change: PinChange, told: string): Promise<void>;
  move(id: string, afterId: string | null): Promise<boolean>;
  trash(ids: string[]): Promise<boolean>;
  setNote(pinId: string, note: Note | null): void;
}

/** Reads the pins, the first screen before the rest, and changes them. */
export function usePinList(data: PinsData): PinListState {
  const { feedback } = useSurface();
  const { t, n } = useMessages();
  const [pins, setPins] = useState<Pin[] | null>(null);
  const [isWhole, setWhole] = useState(false);
  const [notes, setNotes] = useState<ReadonlyMap<string, Note>>(new Map());
  const [trashed, setTrashed] = useState(0);
  const [error, setError] = useState<SidelightError | null>(null);

  const load = useCallback(async () => {
    const answer = await data.readPins();
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setPins(answer.value.pins);
    setNotes(answer.value.notes);
    setTrashed(answer.value.trashed);
    setWhole(true);
  }, [data]);

  useEffect(() => {
    void data.firstPins(PINS_A_PAGE).then((first) => {
      if (first.ok && first.value.length > 0) setPins((whole) => whole ?? first.value);
      // After the first screen is drawn.
      setTimeout(() => void load());
    });
    // Pins are made and taken away in other tabs.
    const onShown = (): void => {
      if (document.visibilityState === 'visible') void load();
    };
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, [data, load]);

  return useMemo(() => {
    /** Shows what a change made, and offers to take it back. */
    function take(answer: Result<Done<Pin[]>>, told: string): boolean {
      if (!answer.ok) {
        feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
        return false;
      }
      const changed = new Map(answer.value.value.map((pin) => [pin.id, pin]));
      setPins((before) => before?.map((pin) => changed.get(pin.id) ?? pin).sort(byHand) ?? null);
      feedback.tell(told, async () => {
        const isUndone = await answer.value.undo();
        await load();
        return isUndone;
      });
      return true;
    }
    return {
      pins,
      isWhole,
      notes,
      trashed,
      error,
      async change(ids, change, told) {
        take(await data.changePins(ids, change), told);
      },
      async move(id, afterId) {
        return take(await data.movePin(id, afterId), t('pinMoved'));
      },
      async trash(ids) {
        const answer = await data.trashPins(ids);
        if (!answer.ok) {
          feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
          return false;
        }
        const gone = new Set(ids);
        setPins((before) => before?.filter((pin) => !gone.has(pin.id)) ?? null);
        setTrashed((before) => before + ids.length);
        feedback.tell(ids.length === 1 ? t('unpinDone') : n('pinsTrashed', ids.length), async () => {
          const isUndone = await answer.value.undo();
          await load();
          return isUndone;
        });
        return true;
      },
      setNote: (pinId, note) =>
        setNotes((before) => {
          const after = new Map(before);
          if (note === null) after.delete(pinId);
          else after.set(pinId, note);
          return after;
        }),
    };
  }, [pins, isWhole, notes, trashed, error, data, load, feedback, t, n]);
}
