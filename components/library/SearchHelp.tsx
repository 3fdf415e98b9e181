import { type MessageName, useMessages } from '../hooks/use-messages.ts';

/** What can be typed beside words, with an example of each. Operators are the same in every language. */
const WAYS: [string, MessageName][] = [
  ['missile plant', 'searchHelpWords'],
  ['"dual use"', 'searchHelpPhrase'],
  ['missile OR rocket plant', 'searchHelpOr'],
  ['lathe -wood', 'searchHelpNot'],
  ['(missile plant) OR lathe', 'searchHelpBrackets'],
  ['missil*', 'searchHelpBeginning'],
  ['reporter:fornusek', 'searchHelpReporter'],
  ['outlet:"kyiv independent"', 'searchHelpOutlet'],
  ['topic:oreshnik', 'searchHelpTopic'],
  ['after:2025-11 before:2026-02', 'searchHelpDates'],
  ['lang:uk', 'searchHelpLanguage'],
  ['is:unread', 'searchHelpMarks'],
  ['tag:work has:note', 'searchHelpTag'],
];

const KEYS: [string[], MessageName][] = [
  [['/'], 'key_search'],
  [['↓', '↑'], 'searchHelpMove'],
  [['o', '↵'], 'key_open'],
  [['p'], 'key_pin'],
  [['u'], 'key_undo'],
];

/** Props of {@link SearchHelp}. */
export interface SearchHelpProps {
  open: boolean;
  onToggle(open: boolean): void;
}

/** How to search, in plain words, and the keys. */
export function SearchHelp({ open, onToggle }: SearchHelpProps) {
  const { t } = useMessages();
  return (
    <details class="search-help" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{t('searchHelp')}</summary>
      <dl>
        {WAYS.map(([example, name]) => (
          <div key={name}>
            <dt>
              <code dir="ltr">{example}</code>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
        {KEYS.map(([keys, name]) => (
          <div key={name} class="search-keys">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
