import { useId, useState } from 'preact/hooks';
import type { ArticleRow } from '../lib/core/coverage.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';
import { ReportLink } from './ReportLink.tsx';
import { ReportMeta } from './ReportMeta.tsx';

/** The same text in other outlets, folded under the first. */
export function ReportCopies({ copies, homeLanguage }: { copies: ArticleRow[]; homeLanguage: string | null }) {
  const { n } = useMessages();
  const [open, setOpen] = useState(false);
  const listId = useId();
  return (
    <div class="copies">
      <button type="button" class="quiet-button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        {n('copies', copies.length)}
      </button>
      <ul id={listId} hidden={!open}>
        {copies.map((copy) => (
          <li key={copy.id}>
            <ReportLink article={copy} />
            <ReportMeta article={copy} homeLanguage={homeLanguage} />
          </li>
        ))}
      </ul>
    </div>
  );
}
