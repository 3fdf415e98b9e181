import { formatList, readableHost } from '../../lib/text/format/names.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { KeyTable } from '../KeyTable.tsx';
import type { LibraryData } from '../library-data.ts';
import { ModeChoice } from '../ModeChoice.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { giveBack } from './give-back.ts';

/** Mode, sites, badge, keys, and what the browser really grants. */
export function SettingsSection({ data }: { data: LibraryData }) {
  const { client, platform, feedback } = useSurface();
  const { t, locale } = useMessages();
  const control = useSettings();
  const { settings } = control;
  if (settings === null) return <ReportSkeleton rows={3} />;
  const granted = settings.grantedHosts.map((host) => (/^(\*|<all_urls>)/.test(host) ? t('settingsEverySite') : readableHost(host)));

  async function remove(host: string, rule: 'chosen' | 'blocked'): Promise<void> {
    if (!(await control.chooseSite(host, rule === 'chosen' ? 'none' : 'unblocked'))) return;
    if (rule === 'chosen') await giveBack(host, { client, platform, data });
    // Straight from the click on "Undo", so that the browser may be asked for the site again.
    feedback.tell(t('siteRemoved', readableHost(host)), () => control.chooseSite(host, rule));
  }

  return (
    <div class="parts">
      <section>
        <ModeChoice
          title={t('settingsMode')}
          mode={settings.mode}
          onChoose={async (mode) => {
            if (await control.chooseMode(mode, null)) {
              const names = { 'on-click': 'modeOnClick', 'chosen-sites': 'modeChosen', 'every-site': 'modeEvery' } as const;
              feedback.announce(t('modeSet', t(names[mode])));
            }
          }}
        />
        {settings.permissionMissing && <p class="failed">{t('permissionTitle')}</p>}
        <p class="quiet">
          {granted.length === 0 ? t('settingsGrantedNone') : t('settingsGranted', formatList([...new Set(granted)], locale))}
        </p>
      </section>
      <SiteList
        title="settingsSites"
        none="settingsSitesNone"
        hosts={settings.sites}
        missing={settings.missingHosts}
        onAllow={(host) => control.chooseSite(host, 'chosen')}
        onRemove={(host) => remove(host, 'chosen')}
      />
      <SiteList
        title="settingsBlocked"
        none="settingsBlockedNone"
        hosts={settings.blockedSites}
        onRemove={(host) => remove(host, 'blocked')}
      />
      <section>
        <Preference
          name="settingsBadge"
          text="settingsBadgeText"
          on={settings.showBadge}
          onToggle={() => control.setPreference({ showBadge: !settings.showBadge })}
        />
        <Preference
          name="settingsMarks"
          text="settingsMarksText"
          on={settings.markTopics}
          onToggle={() => control.setPreference({ markTopics: !settings.markTopics })}
        />
      </section>
      <section>
        <h2>{t('settingsKeys')}</h2>
        <KeyTable />
        <button
          type="button"
          class="button"
          onClick={async () => {
            if (!(await platform.openKeySettings())) feedback.tell(t('keysChangeFirefox'));
          }}
        >
          {t('keysChange')}
        </button>
      </section>
    </div>
  );
}

function SiteList({
  title,
  none,
  hosts,
  missing = [],
  onAllow,
  onRemove,
}: {
  title: MessageName;
  none: MessageName;
  hosts: string[];
  /** Those of them that the browser does not let us read. */
  missing?: string[];
  onAllow?(host: string): void;
  onRemove(host: string): void;
}) {
  const { t } = useMessages();
  return (
    <section>
      <h2>{t(title)}</h2>
      {hosts.length === 0 && <p class="quiet">{t(none)}</p>}
      <ul class="sites">
        {hosts.map((host) => (
          <li key={host}>
            <bdi>{readableHost(host)}</bdi>
            {onAllow && missing.includes(host) && (
              <>
                <span class="failed">{t('siteNeedsPermission')}</span>
                <button type="button" class="text-button" aria-label={t('siteAllowFor', readableHost(host))} onClick={() => onAllow(host)}>
                  {t('siteAllow')}
                </button>
              </>
            )}
            <button type="button" class="text-button" aria-label={t('siteRemoveFor', readableHost(host))} onClick={() => onRemove(host)}>
              {t('siteRemove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preference({ name, text, on, onToggle }: { name: MessageName; text: MessageName; on: boolean; onToggle(): void }) {
  const { t } = useMessages();
  return (
    <button type="button" class="menu-switch" role="switch" aria-checked={on} onClick={onToggle}>
      <span>
        {t(name)}
        <small>{t(text)}</small>
      </span>
      <span class="switch" aria-hidden="true" />
    </button>
  );
}
