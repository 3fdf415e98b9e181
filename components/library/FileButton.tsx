import { useRef } from 'preact/hooks';
import { Icon } from '../icons/Icon.tsx';

/** Props of {@link FileButton}. `accept` as in an `<input type="file">`. */
export interface FileButtonProps {
  label: string;
  accept: string;
  busy: boolean;
  onFile(file: File): void;
}

/** A button that asks for one file; the same file can be chosen again. */
export function FileButton({ label, accept, busy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <button type="button" class="button" aria-busy={busy} disabled={busy} onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {label}
      </button>
    </>
  );
}
