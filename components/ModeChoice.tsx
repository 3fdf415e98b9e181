import type { Mode } from '../lib/core/user-data.ts';
import { type MessageName, useMessages } from './hooks/use-messages.ts';

const MODES: [Mode, MessageName, MessageName][] = [
  ['on-click', 'modeOnClick', 'modeOnClickHint'],
  ['chosen-sites', 'modeChosen', 'modeChosenHint'],
  ['every-site', 'modeEvery', 'modeEveryHint'],
];

/** Props of {@link ModeChoice}. `mode` is null until the settings are known. */
export interface ModeChoiceProps {
  title: string;
  mode: Mode | null;
  /** Called straight from the click, so that permission can be asked for. */
  onChoose(mode: Mode): void;
}

/** The three modes as buttons of which one is pressed: each may ask the browser, so none acts on arrow keys alone. */
export function ModeChoice({ title, mode, onChoose }: ModeChoiceProps) {
  const { t } = useMessages();
  return (
    <fieldset class="modes">
      <legend class="group-title">{title}</legend>
      {MODES.map(([value, name, hint]) => (
        <button key={value} type="button" class="mode" aria-pressed={mode === value} onClick={() => onChoose(value)}>
          <span class="mode-dot" aria-hidden="true" />
          <span class="mode-name">{t(name)}</span>
          <span class="mode-hint">{t(hint)}</span>
        </button>
      ))}
    </fieldset>
  );
}
