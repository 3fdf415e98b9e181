import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { LibraryData } from '../library-data.ts';
import type { ImportFilesProps } from './ImportFiles.tsx';

/** Brings collections of other programs along. What reads the files, and shows what they hold, is loaded once some are chosen. */
export function ImportSection({ data, onImported }: { data: LibraryData; onImported(): void }) {
  const { feedback } = useSurface();
  const { t } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ files: File[]; Files: ComponentType<ImportFilesProps> } | null>(null);

  async function choose(files: File[]): Promise<void> {
    const loaded = await import('./ImportFiles.tsx').catch(() => null);
    if (loaded === null) feedback.tell(t('actionFailed'));
    else setChosen({ files, Files: loaded.ImportFiles });
  }

  return (
    <section>
      <h2>{t('importTitle')}</h2>
      <p>{t('importText')}</p>
      <p class="buttons">
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={t('importChoose')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void choose(files);
          }}
        />
        <button type="button" class="button" disabled={chosen !== null} onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {t('importChoose')}
        </button>
      </p>
      {chosen !== null && (
        <chosen.Files
          data={data}
          files={chosen.files}
          onDone={(imported) => {
            setChosen(null);
            if (imported) onImported();
          }}
        />
      )}
    </section>
  );
}
