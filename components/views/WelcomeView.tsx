import { useEffect, useState } from 'preact/hooks';
import type { Mode } from '../../lib/core/user-data.ts';
import type { PageClient } from '../../lib/messaging/protocol.ts';
import { type Catalogue, CataloguePicker } from '../CataloguePicker.tsx';
import { useSurface } from '../hooks/surface-context.ts';
import { useKeyCommands } from '../hooks/use-key-commands.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { Icon } from '../icons/Icon.tsx';
import { Mark } from '../icons/Mark.tsx';
import { SurfaceFrame } from '../SurfaceFrame.tsx';
import type { SurfacePlatform } from '../surface-platform.ts';
import { WelcomeIndex } from '../WelcomeIndex.tsx';

const CHOICES: { mode: Mode; name: MessageName; text: MessageName; saved: MessageName }[] = [
  { mode: 'on-click', name: 'welcomeOnClick', text: 'welcomeOnClickText', saved: 'welcomeSavedOnClick' },
  { mode: 'chosen-sites', name: 'welcomeChosen', text: 'welcomeChosenText', saved: 'welcomeSavedChosen' },
  { mode: 'every-site', name: 'welcomeEvery', text: 'welcomeEveryText', saved: 'welcomeSavedEvery' },
];

/** The first run: what Sidelight is, when it may look, what its index holds. One page, one button. */
export function WelcomeView({ platform, client, catalogue }: { platform: SurfacePlatform; client: PageClient; catalogue: Catalogue }) {
  return (
    <SurfaceFrame platform={platform} client={client}>
      <Welcome catalogue={catalogue} />
    </SurfaceFrame>
  );
}

function Welcome({ catalogue }: { catalogue: Catalogue }) {
  const { platform } = useSurface();
  const { t } = useMessages();
  const control = useSettings();
  const [chosen, setChosen] = useState<Mode | null>(null);
  const [saved, setSaved] = useState<Mode | null>(null);
  const [refused, setRefused] = useState(false);
  /** The browser keeps the button in its menu of extensions. */
  const [hidden, setHidden] = useState(false);
  const mode = chosen ?? control.settings?.mode ?? 'on-click';
  const shortcut = useKeyCommands().find((command) => command.name === '_execute_action')?.shortcut ?? '';

  useEffect(() => {
    void platform.isOnToolbar().then((shown) => setHidden(!shown));
  }, [platform]);

  async function finish(): Promise<void> {
    setRefused(false);
    // The permission is asked for inside: nothing may be awaited before it.
    if (await control.chooseMode(mode, null)) {
      await control.setPreference({ firstRunDone: true });
      setSaved(mode);
    } else {
      setRefused(mode !== 'on-click');
    }
  }

  return (
    <main class="page welcome">
      <header class="welcome-head">
        <Mark size={44} />
        <p class="wordmark">{t('extName')}</p>
        <h1>{t('welcomeTitle')}</h1>
        <p class="lead">{t('welcomeLead')}</p>
      </header>
      <fieldset class="choices">
        <legend>
          {t('welcomeWhen')} <small>{t('welcomeWhenHint')}</small>
        </legend>
        {CHOICES.map((choice) => (
          <label key={choice.mode} class="choice">
            <input
              type="radio"
              name="mode"
              value={choice.mode}
              checked={mode === choice.mode}
              onChange={() => {
                setChosen(choice.mode);
                setSaved(null);
              }}
            />
            <span class="choice-name">{t(choice.name)}</span>
            <span class="choice-text">{t(choice.text)}</span>
          </label>
        ))}
      </fieldset>
      <section class="welcome-sources">
        <h2>{t('welcomeSources')}</h2>
        <p>{t('welcomeSourcesText')}</p>
        <CataloguePicker catalogue={catalogue} most={12} />
      </section>
      <div class="welcome-columns">
        <section>
          <h2>{t('welcomePromise')}</h2>
          <ul class="promises">
            {(['promise1', 'promise2', 'promise3'] as const).map((name) => (
              <li key={name}>
                <Icon name="check" />
                {t(name)}
              </li>
            ))}
          </ul>
          <p>{t('welcomeUninstall')}</p>
        </section>
        <WelcomeIndex />
      </div>
      <div class="welcome-end" role="status">
        {saved === null ? (
          <>
            <button type="button" class="button button-main button-large" onClick={finish}>
              {t('welcomeDone')}
            </button>
            {refused && <p class="refused">{t('welcomeRefused')}</p>}
          </>
        ) : (
          <div class="welcome-saved">
            <h2>{t('welcomeSaved')}</h2>
            <p>
              {t(CHOICES.find((choice) => choice.mode === saved)?.saved ?? 'welcomeSavedOnClick')}{' '}
              {shortcut !== '' && t('welcomeKey', shortcut)}
            </p>
            {hidden && <p>{t('welcomePinIcon')}</p>}
            <button type="button" class="button" onClick={() => platform.close()}>
              {t('welcomeClose')}
            </button>
          </div>
        )}
      </div>
    </main>
  );
}
