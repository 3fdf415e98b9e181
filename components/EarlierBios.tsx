import { useId, useState } from 'preact/hooks';
import type { StatedBio } from '../lib/core/stated-bio.ts';
import { formatOwnDay } from '../lib/text/format/dates.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** What else was said of a reporter, each with who said it and when it came, on demand. */
export function EarlierBios({ bios }: { bios: StatedBio[] }) {
  const { t, n, locale } = useMessages();
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (bios.length === 0) return null;
  return (
    <div class="copies">
      <button type="button" class="quiet-button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        {n('earlierBios', bios.length)}
      </button>
      <ul id={listId} hidden={!open}>
        {bios.map(({ text, source, atMs }) => (
          <li key={`${atMs} ${source} ${text}`}>
            <p class="bio" dir="auto">
              {text}
            </p>
            <p class="known-from" dir="auto">
              {t('bioSourceDay', source, formatOwnDay(atMs, locale) ?? '')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
