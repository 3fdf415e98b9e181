import { useEffect, useState } from 'preact/hooks';
import type { PageClient } from '../../lib/messaging/protocol.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { Mark } from '../icons/Mark.tsx';
import { ActivitySection } from '../library/ActivitySection.tsx';
import { DataSection } from '../library/DataSection.tsx';
import { PinsSection } from '../library/PinsSection.tsx';
import { SettingsSection } from '../library/SettingsSection.tsx';
import type { LibraryData } from '../library-data.ts';
import { SurfaceFrame } from '../SurfaceFrame.tsx';
import type { LibrarySection, SurfacePlatform } from '../surface-platform.ts';

const SECTIONS: [LibrarySection, MessageName][] = [
  ['pins', 'navPins'],
  ['activity', 'navActivity'],
  ['data', 'navData'],
  ['settings', 'navSettings'],
];

/** Props of {@link LibraryView}. */
export interface LibraryViewProps {
  platform: SurfacePlatform;
  client: PageClient;
  data: LibraryData;
}

/** The full page: pins, activity, data, settings. The section is the address's hash. */
export function LibraryView({ platform, client, data }: LibraryViewProps) {
  return (
    <SurfaceFrame platform={platform} client={client}>
      <Library data={data} />
    </SurfaceFrame>
  );
}

function Library({ data }: { data: LibraryData }) {
  const { t } = useMessages();
  const { feedback } = useSurface();
  const [section, setSection] = useState<LibrarySection>(readHash);
  useEffect(() => {
    const onHash = (): void => setSection(readHash());
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  const name = SECTIONS.find(([id]) => id === section)?.[1] ?? 'navPins';
  useEffect(() => {
    document.title = `${t(name)} · ${t('extName')}`;
    feedback.announce(t(name));
  }, [name, t, feedback]);
  return (
    <div class="page library">
      <header class="library-head">
        <Mark size={28} />
        <p class="wordmark">
          {t('extName')} <span>{t('libraryTitle')}</span>
        </p>
        <nav aria-label={t('libraryTitle')}>
          {SECTIONS.map(([id, label]) => (
            <a key={id} href={`#${id}`} aria-current={id === section ? 'page' : undefined}>
              {t(label)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h1>{t(name)}</h1>
        {section === 'pins' && <PinsSection />}
        {section === 'activity' && <ActivitySection data={data} />}
        {section === 'data' && <DataSection data={data} />}
        {section === 'settings' && <SettingsSection />}
      </main>
    </div>
  );
}

function readHash(): LibrarySection {
  const hash = window.location.hash.slice(1);
  return SECTIONS.find(([id]) => id === hash)?.[0] ?? 'pins';
}
