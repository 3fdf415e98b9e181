import type { LostText } from '../../lib/core/exchange.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';

/** Texts that lost against later ones of other devices: to be read, copied, or deleted for good. */
export function LostTexts({ lost, onDrop }: { lost: LostText[]; onDrop(text: LostText): void }) {
  const { feedback, platform } = useSurface();
  const { t } = useMessages();

  async function copy({ text }: LostText): Promise<void> {
    feedback.tell(t((await platform.copyText(text, null)) ? 'citeCopied' : 'actionFailed'));
  }

  return (
    <>
      <h3>{t('lostTitle')}</h3>
      <p>{t('lostText')}</p>
      <ul class="copies-kept">
        {lost.map((text) => {
          const label = t(`lostOf_${text.of}`, text.about ?? t('lostUnknown'));
          return (
            <li key={`${text.key} ${text.field}`}>
              <div>
                <p class="meta">
                  <bdi>{label}</bdi>
                </p>
                <p dir="auto">{text.text}</p>
              </div>
              <button type="button" class="text-button" aria-label={t('lostCopyOf', label)} onClick={() => void copy(text)}>
                {t('lostCopy')}
              </button>
              <button type="button" class="text-button" aria-label={t('lostDropOf', label)} onClick={() => onDrop(text)}>
                {t('lostDrop')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
