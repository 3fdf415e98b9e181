import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportSubject } from '../../lib/exports/method-note.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { LibraryData } from '../library-data.ts';
import type { CiteDialogProps } from './CiteDialog.tsx';

/** Props of {@link CiteButton}. */
export interface CiteButtonProps {
  data: Pick<LibraryData, 'citeReports'>;
  /** Read when the button is pressed. */
  reports(): readonly string[] | Promise<readonly string[]>;
  subject(): ExportSubject;
  /** What is cited, for its name: "Cite or export …". */
  of: string;
}

/** Opens the dialog that cites and exports reports; its code is loaded then. */
export function CiteButton({ data, reports, subject, of }: CiteButtonProps) {
  const { feedback } = useSurface();
  const { t } = useMessages();
  const [open, setOpen] = useState<(Omit<CiteDialogProps, 'onClose'> & { Dialog: ComponentType<CiteDialogProps> }) | null>(null);

  async function show(): Promise<void> {
    const [articleIds, about] = [[...(await reports())], subject()];
    const loaded = await import('./CiteDialog.tsx').catch(() => null);
    if (loaded === null) feedback.tell(t('actionFailed'));
    else setOpen({ Dialog: loaded.CiteDialog, data, articleIds, subject: about });
  }

  return (
    <>
      <button type="button" class="text-button" aria-haspopup="dialog" aria-label={t('citeThis', of)} onClick={() => void show()}>
        <Icon name="download" />
        {t('cite')}
      </button>
      {open !== null && <open.Dialog {...open} onClose={() => setOpen(null)} />}
    </>
  );
}
