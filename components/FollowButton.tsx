import { actionFailureText } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** Props of {@link FollowButton}. */
export interface FollowButtonProps {
  /** `@reporter` or `#topic`. */
  id: string;
  name: string;
  /** What the background said; what was done on this surface since goes before it, until the background says more. */
  followed: boolean;
  class: string;
}

/** Begins and ends following a reporter or topic. Changes at once, and back when it was refused. */
export function FollowButton({ id, name, class: look, ...known }: FollowButtonProps) {
  const { client, feedback, follows, setFollows } = useSurface();
  const { t } = useMessages();
  const followed = follows.get(id) ?? known.followed;

  async function toggle(): Promise<void> {
    setFollows(id, !followed);
    const answer = await client.follow({ id, followed: !followed });
    if (answer.ok) return feedback.announce(t(followed ? 'unfollowDone' : 'followDone', name));
    setFollows(id, followed);
    feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
  }

  return (
    <button type="button" class={look} aria-label={t(followed ? 'unfollowReporter' : 'followReporter', name)} onClick={toggle}>
      {followed && <Icon name="check" />}
      {t(followed ? 'following' : 'follow')}
    </button>
  );
}
