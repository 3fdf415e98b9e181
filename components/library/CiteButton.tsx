import { useContext, useState } from 'preact/hooks';
import type { ExportSubject } from '../../lib/exports/method-note.ts';
import { CiteContext } from '../hooks/cite-context.ts';
import { useLazy } from '../hooks/use-lazy.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';

/** Props of {@link CiteButton}. */
export interface CiteButtonProps {
  /** Read when the button is pressed; null where they could not be, which whoever was asked tells. */
  reports(): readonly string[] | Promise<readonly string[] | null>;
  /** Read after `reports`. */
  subject(): ExportSubject;
  /** What is cited, for its name: "Cite or export …". */
  of: string;
}

const loadDialog = () => import('./CiteDialog.tsx').then(({ CiteDialog }) => CiteDialog);

/** Opens the dialog that cites and exports reports; its code is loaded then. Nothing outside of the library. */
export function CiteButton({ reports, subject, of }: CiteButtonProps) {
  const { t } = useMessages();
  const cite = useContext(CiteContext);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ articleIds: string[]; subject: ExportSubject } | null>(null);
  const Dialog = useLazy(loadDialog, asked !== null);
  if (cite === null) return null;
  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-haspopup="dialog"
        aria-label={t('citeThis', of)}
        aria-busy={busy}
        onClick={async () => {
          if (busy) return;
          setBusy(true);
          const found = await reports();
          setBusy(false);
          if (found !== null) setAsked({ articleIds: [...found], subject: subject() });
        }}
      >
        <Icon name="download" />
        {t('cite')}
      </button>
      {asked !== null && Dialog !== null && <Dialog cite={cite} {...asked} onClose={() => setAsked(null)} />}
    </>
  );
}
