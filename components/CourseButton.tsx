import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Opens the page of a topic or reporter in the library. */
export function CourseButton({ of, id, name, class: look }: { of: 'topic' | 'reporter'; id: string; name: string; class: string }) {
  const { platform } = useSurface();
  const { t } = useMessages();
  return (
    <button type="button" class={look} aria-label={t('courseOpenFor', name)} onClick={() => platform.openLibrary(of, id)}>
      {t('courseOpen')}
    </button>
  );
}
