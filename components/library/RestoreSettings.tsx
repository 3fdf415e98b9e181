import type { SettingsChoice } from '../../lib/core/settings.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';

const CHOICES: [SettingsChoice, MessageName][] = [
  ['merge', 'restoreSettingsMerge'],
  ['keep', 'restoreSettingsKeep'],
  ['replace', 'restoreSettingsReplace'],
];

/** Asks what becomes of the settings that are here when those of a backup are others. */
export function RestoreSettings({ choice, onChoice }: { choice: SettingsChoice; onChoice(choice: SettingsChoice): void }) {
  const { t } = useMessages();
  return (
    <fieldset class="restore-settings">
      <legend>{t('restoreSettings')}</legend>
      {CHOICES.map(([value, name]) => (
        <label key={value}>
          <input type="radio" name="restore-settings" checked={choice === value} onChange={() => onChoice(value)} />
          {t(name)}
        </label>
      ))}
      <p class="quiet">{t('restoreSettingsNote')}</p>
    </fieldset>
  );
}
