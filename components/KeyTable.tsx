import { useKeyCommands } from './hooks/use-key-commands.ts';
import { type MessageName, useMessages } from './hooks/use-messages.ts';

/** Keys with what they do. */
export type Keys = [string[], MessageName][];

const KEYS: Keys = [
  [['/'], 'key_search'],
  [['j', '↓'], 'key_next'],
  [['k', '↑'], 'key_previous'],
  [['o', '↵'], 'key_open'],
  [['p'], 'key_pin'],
  [['x'], 'key_hide'],
  [['w'], 'key_why'],
  [['u'], 'key_undo'],
  [['?'], 'key_keys'],
  [['Esc'], 'key_close'],
];

/** The keys inside Sidelight, then those the browser gives it everywhere. */
export function KeyTable() {
  const { t } = useMessages();
  const commands = useKeyCommands();
  return (
    <>
      <KeyList keys={KEYS} />
      {commands.length > 0 && (
        <>
          <h3 class="keys-title">{t('keysBrowser')}</h3>
          <dl class="keys keys-wide">
            {commands.map((command) => (
              <div key={command.name}>
                <dt>{command.shortcut === '' ? <i>{t('keysNone')}</i> : <kbd>{command.shortcut}</kbd>}</dt>
                <dd>{command.description || t('commandOpenPopup')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

/** Some keys, one a line. */
export function KeyList({ keys: all }: { keys: Keys }) {
  const { t } = useMessages();
  return (
    <dl class="keys">
      {all.map(([keys, name]) => (
        <div key={name}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
