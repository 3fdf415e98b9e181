import { readableHost } from '../lib/text/format/names.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useKeyCommands } from './hooks/use-key-commands.ts';
import { type MessageName, useMessages } from './hooks/use-messages.ts';
import { isMissingHere, looksByItself } from './hooks/use-settings.ts';
import type { IconName } from './icons/Icon.tsx';
import { PageNotice } from './PageNotice.tsx';
import type { PageStateNoticeProps } from './PageStateNotice.tsx';

/** Props of {@link NeedsClickNotice}. */
export interface NeedsClickNoticeProps extends PageStateNoticeProps {
  host: string | null;
  /** True when the browser refused a reading just now. */
  denied: boolean;
  /** True where the gate took the page for no article. */
  passedOver?: boolean | undefined;
}

const NOTICES = {
  denied: { title: 'deniedTitle', text: 'deniedText', icon: 'lock', button: 'tryAgain' },
  passedOver: { title: 'notArticleTitle', text: 'passedOverText', icon: 'page', button: 'lookAnyway' },
  soon: { title: 'clickTitle', text: 'soonText', icon: 'page', button: 'lookButton' },
  moved: { title: 'movedTitle', text: 'movedText', icon: 'away', button: 'lookButton' },
  click: { title: 'clickTitle', text: 'clickText', icon: 'page', button: 'lookButton' },
} as const satisfies Record<string, { title: MessageName; text: MessageName; icon: IconName; button: MessageName }>;

/**
 * Asks for the click, or says why there is no need of one. A click inside a side panel gives no access to the page (activeTab is for the toolbar), so the panel
 * says where to click when it does not even know the site.
 */
export function NeedsClickNotice({ host, denied, passedOver = false, moved, control, onAnalyse, onRefresh }: NeedsClickNoticeProps) {
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
  const byItself = host !== null && control.settings !== null && looksByItself(control.settings, host);
  const { title, text, icon, button } =
    NOTICES[denied ? 'denied' : passedOver ? 'passedOver' : byItself ? 'soon' : moved ? 'moved' : 'click'];
  return (
    <PageNotice
      icon={icon}
      title={t(title)}
      text={toolbar ? [t('panelClickText'), shortcut === '' ? '' : t('panelClickKey', shortcut)].join(' ') : t(text)}
    >
      {!toolbar && (
        <button type="button" class="button button-main button-large" onClick={onAnalyse}>
          {t(button)}
        </button>
      )}
      {host !== null && !byItself && (
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
