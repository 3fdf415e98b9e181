import type { Pin, PinState } from '../../lib/core/user-data.ts';
import { formatSince } from '../../lib/text/format/dates.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import { ReportLink } from '../ReportLink.tsx';
import { ReportMeta } from '../ReportMeta.tsx';

/** Props of {@link PinRow}. */
export interface PinRowProps {
  pin: Pin;
  states: PinState[];
  onUnpin(): void;
  onState(state: PinState): void;
}

/** One pin: its report, when it was pinned, how far the reader is. */
export function PinRow({ pin, states, onUnpin, onState }: PinRowProps) {
  const { platform } = useSurface();
  const { t, locale } = useMessages();
  const { article } = pin;
  const headline = article.headline || article.url;
  return (
    <li class={`pin-row pin-${pin.state}`} data-pin={pin.id}>
      <div class="report-text">
        <h2 class="headline">
          <ReportLink article={article} />
        </h2>
        <ReportMeta article={article} homeLanguage={locale} />
        <p class="pinned-on">{t('pinnedOn', formatSince(pin.pinnedAtMs, platform.now(), locale))}</p>
      </div>
      <select
        aria-label={t('stateFor', headline)}
        value={pin.state}
        onChange={(event) => {
          const next = states.find((state) => state === event.currentTarget.value);
          if (next !== undefined) onState(next);
        }}
      >
        {states.map((state) => (
          <option key={state} value={state}>
            {t(`state_${state}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button pin"
        aria-pressed={true}
        aria-label={t('pinReport', headline)}
        title={t('pinned')}
        onClick={onUnpin}
      >
        <Icon name="pin" filled />
      </button>
    </li>
  );
}
