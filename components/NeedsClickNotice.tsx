import { readableHost } from '../lib/text/format/names.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useKeyCommands } from './hooks/use-key-commands.ts';
import { useMessages } from './hooks/use-messages.ts';
import { isMissingHere } from './hooks/use-settings.ts';
import { PageNotice } from './PageNotice.tsx';
import type { PageStateNoticeProps } from './PageStateNotice.tsx';

/** Props of {@link NeedsClickNotice}. */
export interface NeedsClickNoticeProps extends PageStateNoticeProps {
  host: string | null;
  /** True when the browser refused a reading just now. */
  denied: boolean;
}

/**
 * Asks for the click. A click inside a side panel gives no access to the page (activeTab is for the toolbar), so the panel
 * says where to click when it does not even know the site.
 */
export function NeedsClickNotice({ host, denied, moved, control, onAnalyse, onRefresh }: NeedsClickNoticeProps) {
  const { platform } = useSurface();
  const { t } = useMessages();
  const shortcut = useKeyCommands().find((command) => command.name === '_execute_action')?.shortcut ?? '';
  const mode = control.settings?.mode ?? 'on-click';

  if (control.settings !== null && isMissingHere(control.settings, host)) {
    const name = t(mode === 'every-site' ? 'modeEvery' : 'modeChosen');
    return (
      <PageNotice icon="lock" title={t('permissionTitle')} text={t('permissionText', name)}>
        <button
          type="button"
          class="button button-main"
          onClick={async () => {
            if (await control.allowAgain()) onRefresh();
          }}
        >
          {t('permissionAgain')}
        </button>
        <button
          type="button"
          class="button"
          onClick={async () => {
            if (await control.chooseMode('on-click', null)) onRefresh();
          }}
        >
          {t('permissionClicks')}
        </button>
      </PageNotice>
    );
  }

  const toolbar = platform.surface === 'panel' && (host === null || denied);
  const title = denied ? t('deniedTitle') : t(moved ? 'movedTitle' : 'clickTitle');
  const text = toolbar
    ? [t('panelClickText'), shortcut === '' ? '' : t('panelClickKey', shortcut)].join(' ')
    : t(denied ? 'deniedText' : moved ? 'movedText' : 'clickText');
  return (
    <PageNotice icon={denied ? 'lock' : moved ? 'away' : 'page'} title={title} text={text}>
      {!toolbar && (
        <button type="button" class="button button-main button-large" onClick={onAnalyse}>
          {t(denied ? 'tryAgain' : 'lookButton')}
        </button>
      )}
      {host !== null && mode !== 'every-site' && (
        <button
          type="button"
          class="button"
          onClick={async () => {
            const done = mode === 'on-click' ? await control.chooseMode('chosen-sites', host) : await control.chooseSite(host, 'chosen');
            if (done) onAnalyse();
          }}
        >
          {t('siteAdd', readableHost(host))}
        </button>
      )}
    </PageNotice>
  );
}
