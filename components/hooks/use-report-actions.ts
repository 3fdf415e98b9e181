import { useCallback, useState } from 'preact/hooks';
import type { ArticleRow } from '../../lib/core/coverage.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from './surface-context.ts';
import { useKept } from './use-kept.ts';
import { useMessages } from './use-messages.ts';

/** Pins as a surface shows them: changed at once, taken back when the store refuses. */
export interface PinActions {
  isPinned(articleId: string): boolean;
  toggle(article: Pick<ArticleRow, 'id'>): Promise<void>;
}

/** Pinning and unpinning with undo. `known`: what the page state named, until the store has answered. */
export function usePins(known: string[] = []): PinActions {
  const { platform, client, feedback } = useSurface();
  const { t } = useMessages();
  const [stored, setStored] = useState<ReadonlySet<string> | null>(null);
  /** What the user changed here, over what is stored. */
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  // A page is read once and shown often, and pins are made in other surfaces too.
  const changedHere = useKept({
    ask: () => client.listPinIds({}),
    onChange: platform.onPinsChanged,
    take(ids) {
      setStored(new Set(ids));
      setChanged(new Map());
    },
  });
  const mark = useCallback(
    (id: string, on: boolean) => {
      changedHere();
      setChanged((before) => new Map(before).set(id, on));
    },
    [changedHere],
  );
  const isPinned = (id: string): boolean => changed.get(id) ?? stored?.has(id) ?? known.includes(id);

  async function toggle({ id }: Pick<ArticleRow, 'id'>): Promise<void> {
    if (!isPinned(id)) {
      mark(id, true);
      const answer = await client.pinArticle({ articleId: id });
      mark(id, answer.ok);
      if (answer.ok) return feedback.announce(t('pinDone'));
      return feedback.tell(t(actionFailureText(answer.error, 'pinFailed')));
    }
    mark(id, false);
    const answer = await client.unpin({ pinId: id });
    mark(id, !answer.ok);
    if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
    feedback.tell(t('unpinDone'), async () => {
      const restored = await client.restorePin({ pinId: id });
      if (restored.ok) mark(id, true);
      return restored.ok;
    });
  }

  return { isPinned, toggle };
}

/** What the reader may correct, and what is hidden until the background has answered without it. */
export interface Corrections {
  isHidden(id: string): boolean;
  hideReport(article: ArticleRow): Promise<void>;
  /** "Not a copy": the report stands by itself. */
  unfold(copy: Pick<ArticleRow, 'id'>, of: Pick<ArticleRow, 'id'>): Promise<void>;
  hideTopic(topicId: string, surfaces: string[], label: string): Promise<void>;
  /** "Also called …": a further name, in any script. */
  nameTopic(topicId: string, alias: string, label: string): Promise<void>;
  /** "Same as …": the topic is another one, by its name. */
  joinTopic(topicId: string, other: string, label: string): Promise<void>;
}

/** Corrections with undo; `refresh` asks for the page again after each, as counts and groups may change. `tabId`: null in the library, where `pageOf` is
 * the stored report whose page is meant. */
export function useCorrections(tabId: number | null, refresh: () => Promise<void>, pageOf = ''): Corrections {
  const { client, feedback } = useSurface();
  const { t } = useMessages();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const mark = useCallback((id: string, on: boolean) => {
    setHidden((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  }, []);

  const correct = useCallback(
    async (id: string | null, done: string, send: () => ReturnType<typeof client.markNotRelated>, failed = t('actionFailed')) => {
      if (id !== null) mark(id, true);
      const answer = await send();
      if (!answer.ok) {
        if (id !== null) mark(id, false);
        const full = actionFailureText(answer.error, 'actionFailed');
        return feedback.tell(full === 'actionFailed' ? failed : t(full));
      }
      const undo = async () => {
        const undone = await client.undoCorrection({ correctionId: answer.value.correctionId });
        if (!undone.ok || !undone.value.undone) return false;
        await refresh();
        return true;
      };
      feedback.tell(done, answer.value.wasThere ? undefined : undo);
      // From here on the answer says what is hidden: another page, or the same after the correction was taken back elsewhere, may show it.
      await refresh();
      if (id !== null) mark(id, false);
    },
    [client, feedback, mark, refresh, t],
  );

  return {
    isHidden: (id) => hidden.has(id),
    hideReport: (article) =>
      correct(article.id, t('notRelatedDone'), () =>
        client.markNotRelated(tabId === null ? { tabId, articleId: article.id, pageOf } : { tabId, articleId: article.id }),
      ),
    unfold: (copy, of) => correct(null, t('notCopyDone'), () => client.markNotCopy({ tabId, articleId: copy.id, ofId: of.id })),
    hideTopic: (topicId, surfaces, label) =>
      correct(topicId, t('notTopicDone', label), () => client.markNotTopic({ tabId: tabId ?? -1, topicId, surfaces })),
    nameTopic: (topicId, alias, label) =>
      correct(null, t('alsoCalledDone', alias, label), () => client.markAlias({ tabId, topicId, alias }), t('alsoCalledFailed', alias)),
    joinTopic: (topicId, other, label) =>
      correct(null, t('sameAsDone', label, other), () => client.markSameTopic({ tabId, topicId, other }), t('sameAsFailed', other)),
  };
}
