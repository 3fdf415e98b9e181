import { useRef, useState } from 'preact/hooks';
import { useLazy } from '../hooks/use-lazy.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { LibraryData } from '../library-data.ts';

const loadFiles = () => import('./ImportFiles.tsx').then(({ ImportFiles }) => ImportFiles);

/** Brings collections of other programs along. What reads the files, and shows what they hold, is loaded once some are chosen. */
export function ImportSection({ data, onImported }: { data: LibraryData; onImported(): void }) {
  const { t } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[] | null>(null);
  const Files = useLazy(loadFiles, files !== null);
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
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (chosen.length > 0) setFiles(chosen);
          }}
        />
        <button type="button" class="button" disabled={files !== null} onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {t('importChoose')}
        </button>
      </p>
      {files !== null && Files !== null && (
        <Files
          data={data}
          files={files}
          onDone={(imported) => {
            setFiles(null);
            if (imported) onImported();
          }}
        />
      )}
    </section>
  );
}
