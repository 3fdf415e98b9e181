import { useId, useState } from 'preact/hooks';

/** Props of {@link AddressForm}. */
export interface AddressFormProps {
  label: string;
  button: string;
  busy: boolean;
  /** Gets what was typed; the field is emptied where it answers true. Called in the click itself: the browser may be asked for a permission. */
  onAddress(typed: string): Promise<boolean>;
}

/** One field for an address on the web. */
export function AddressForm({ label, button, busy, onAddress }: AddressFormProps) {
  const [typed, setTyped] = useState('');
  const id = useId();
  return (
    <form
      class="topic-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        void onAddress(typed).then((done) => done && setTyped(''));
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        dir="ltr"
        autoComplete="off"
        spellcheck={false}
        maxLength={2000}
        placeholder="https://"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button" aria-busy={busy} disabled={busy}>
        {button}
      </button>
    </form>
  );
}
