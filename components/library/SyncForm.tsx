import { useCallback, useId, useState } from 'preact/hooks';
import { PASSPHRASE_MIN, type SyncChoice } from '../../lib/core/sync-status.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';

const FIELDS: [keyof SyncChoice, MessageName, MessageName | null][] = [
  ['url', 'syncAddress', 'syncAddressNote'],
  ['user', 'syncUser', null],
  ['password', 'syncPassword', 'syncPasswordNote'],
  ['passphrase', 'syncPassphrase', 'syncPassphraseNote'],
];

/** Where to sync, as whom, and the passphrase that encrypts. `onSwitchOn` is called in the click itself: the browser is asked for a permission. `onCancel` also where it is busy: to stop. */
export function SyncForm({ busy, onSwitchOn, onCancel }: { busy: boolean; onSwitchOn(choice: SyncChoice): void; onCancel(): void }) {
  const { t } = useMessages();
  const [choice, setChoice] = useState<SyncChoice>({ url: '', user: '', password: '', passphrase: '' });
  const id = useId();
  const focusFirst = useCallback((input: HTMLInputElement | null) => input?.focus(), []);
  const isSecret = (field: keyof SyncChoice): boolean => field === 'password' || field === 'passphrase';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSwitchOn(choice);
      }}
    >
      {FIELDS.map(([field, label, note]) => (
        <div class="topic-form" key={field}>
          <label for={`${id}-${field}`}>{t(label)}</label>
          <input
            id={`${id}-${field}`}
            {...(field === 'url' && { ref: focusFirst })}
            {...(isSecret(field) ? { type: 'password' as const } : { type: 'text' as const })}
            dir="ltr"
            autoComplete="off"
            spellcheck={false}
            required={field === 'url' || field === 'passphrase'}
            {...(field === 'passphrase' && { minLength: PASSPHRASE_MIN })}
            maxLength={2000}
            {...(note !== null && { 'aria-describedby': `${id}-${field}-note` })}
            value={choice[field]}
            onInput={(event) => {
              const { value } = event.currentTarget;
              setChoice((before) => ({ ...before, [field]: value }));
            }}
          />
          {note !== null && (
            <small id={`${id}-${field}-note`} class="meta">
              {t(note)}
            </small>
          )}
        </div>
      ))}
      <p class="buttons">
        <button type="submit" class="button" aria-busy={busy} disabled={busy}>
          {t(busy ? 'syncing' : 'syncSwitchOn')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t(busy ? 'sourcesStop' : 'cancel')}
        </button>
      </p>
    </form>
  );
}
