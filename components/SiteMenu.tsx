import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Mode } from '../lib/core/user-data.ts';
import type { PageState } from '../lib/messaging/protocol.ts';
import { readableHost } from '../lib/text/format/names.ts';
import { actionFailureText } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import type { PinActions } from './hooks/use-report-actions.ts';
import type { SettingsControl } from './hooks/use-settings.ts';
import { Icon } from './icons/Icon.tsx';
import { ModeChoice } from './ModeChoice.tsx';
import { SiteFeeds } from './SiteFeeds.tsx';

/** Props of {@link SiteMenu}. */
export interface SiteMenuProps {
  host: string | null;
  tabId: number | null;
  state: PageState | null;
  control: SettingsControl;
  pins: PinActions;
  /** Called when the rule for this site changed, so that the page is asked for again. */
  onChanged(): void;
  onClose(): void;
}

/** The menu of the header: when Sidelight looks, this site's switch, pinning the page, the ways to library and settings. */
export function SiteMenu({ host, tabId, state, control, pins, onChanged, onClose }: SiteMenuProps) {
  const { platform, client, feedback } = useSurface();
  const { t } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const { settings } = control;
  const blocked = settings !== null && host !== null && settings.blockedSites.includes(host);
  const canPin = tabId !== null && state?.kind === 'ready';
  const ownId = state?.kind === 'ready' ? state.ownId : undefined;
  const pinned = ownId !== undefined && pins.isPinned(ownId);

  async function choose(mode: Mode): Promise<void> {
    if (await control.chooseMode(mode, host)) onChanged();
  }

  const choosing = settings?.mode === 'chosen-sites';
  const chosen = !blocked && host !== null && settings?.sites.includes(host) === true;

  async function toggleChosen(site: string): Promise<void> {
    if (await control.chooseSite(site, chosen ? 'none' : 'chosen')) onChanged();
  }

  async function toggleSite(site: string): Promise<void> {
    if (!(await (blocked ? control.switchOn(site) : control.chooseSite(site, 'blocked')))) return;
    feedback.announce(t(blocked ? 'siteOnDone' : 'siteOffDone', readableHost(site)));
    onChanged();
  }

  async function pinPage(tab: number): Promise<void> {
    const answer = await client.pinPage({ tabId: tab });
    if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'pinFailed')));
    onClose();
    const { pin, wasPinned } = answer.value;
    if (wasPinned) return feedback.tell(t('pagePinnedBefore'));
    feedback.tell(t('pagePinned'), async () => (await client.unpin({ pinId: pin.id })).ok);
  }

  async function savePage(tab: number): Promise<void> {
    const answer = await client.savePage({ tabId: tab });
    if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'pageNotSaved')));
    onClose();
    onChanged();
    const { articleId } = answer.value;
    feedback.tell(t('pageSaved'), async () => {
      const undone = await client.undoSave({ articleId });
      return undone.ok && undone.value.undone;
    });
  }

  return (
    <div ref={box} class="menu" role="dialog" aria-label={t('menu')}>
      <ModeChoice title={t('menuTitle')} mode={settings?.mode ?? null} onChoose={choose} />
      {host !== null && choosing && (
        <button type="button" class="menu-switch" role="switch" aria-checked={chosen} onClick={() => toggleChosen(host)}>
          <bdi>{t('siteAdd', readableHost(host))}</bdi>
          <span class="switch" aria-hidden="true" />
        </button>
      )}
      {host !== null && (
        <button
          type="button"
          class="menu-switch"
          role="switch"
          aria-checked={choosing ? blocked : !blocked}
          onClick={() => toggleSite(host)}
        >
          <bdi>{t(choosing ? 'offTitle' : 'siteSwitch', readableHost(host))}</bdi>
          <span class="switch" aria-hidden="true" />
        </button>
      )}
      {state?.kind === 'ready' && settings !== null && (
        <button
          type="button"
          class="menu-switch"
          role="switch"
          aria-checked={settings.markTopics}
          title={t('settingsMarksText')}
          onClick={() => control.setPreference({ markTopics: !settings.markTopics })}
        >
          {t('settingsMarks')}
          <span class="switch" aria-hidden="true" />
        </button>
      )}
      <div class="menu-links">
        {canPin && (
          <button
            type="button"
            class="menu-link"
            aria-pressed={pinned}
            onClick={() => (pinned ? pins.toggle({ id: ownId }).then(onClose) : pinPage(tabId))}
          >
            <Icon name="pin" filled={pinned} />
            {t(pinned ? 'pinned' : 'pinThisPage')}
          </button>
        )}
        {canPin && (
          <button type="button" class="menu-link" onClick={() => savePage(tabId)}>
            <Icon name="download" />
            {t('savePage')}
          </button>
        )}
        {canPin && <SiteFeeds tabId={tabId} class="menu-link" onAdded={onClose} />}
        <button type="button" class="menu-link" onClick={() => platform.openLibrary('sources')}>
          <Icon name="file" />
          {t('navSources')}
        </button>
        <button type="button" class="menu-link" onClick={() => platform.openLibrary('pins')}>
          <Icon name="page" />
          {t('openLibrary')}
        </button>
        <button type="button" class="menu-link" onClick={() => platform.openLibrary('settings')}>
          <Icon name="menu" />
          {t('settings')}
        </button>
      </div>
    </div>
  );
}
