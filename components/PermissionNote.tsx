import { useMessages } from './hooks/use-messages.ts';
import { isMissingHere, type SettingsControl } from './hooks/use-settings.ts';

/** Props of {@link PermissionNote}. `host` is the open page's. */
export interface PermissionNoteProps {
  control: SettingsControl;
  host: string;
}

/** Says above the reports that the mode's permission for this page is gone, though this page could be read by a click. */
export function PermissionNote({ control, host }: PermissionNoteProps) {
  const { t } = useMessages();
  const { settings } = control;
  if (settings === null || !isMissingHere(settings, host)) return null;
  return (
    <p class="filter-note">
      <span>{t('permissionTitle')}</span>
      <button type="button" class="text-button" onClick={control.allowAgain}>
        {t('permissionAgain')}
      </button>
    </p>
  );
}
