import { useState } from 'preact/hooks';

/** Props of {@link JobProgress}. `label` says in words how far it is, `done` as a share 0..1; `note`: what becomes of it when it is cancelled; `onCancel` null: it cannot be. */
export interface JobProgressProps {
  label: string;
  done: number;
  cancel: string;
  note: string | null;
  onCancel: (() => void) | null;
}

/** How far long work is, and a way to stop it. Stopping takes until the step at hand is over. */
export function JobProgress({ label, done, cancel, note, onCancel }: JobProgressProps) {
  const [stopping, setStopping] = useState(false);
  return (
    <div class="rebuilding">
      <progress max={1} value={done} aria-label={label} />
      <span>{label}</span>
      {onCancel !== null && (
        <button
          type="button"
          class="button"
          aria-busy={stopping}
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            onCancel();
          }}
        >
          {cancel}
        </button>
      )}
      {note !== null && <span class="meta">{note}</span>}
    </div>
  );
}
