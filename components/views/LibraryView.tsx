import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageClient } from '../../lib/messaging/protocol.ts';
import type { Catalogue } from '../CataloguePicker.tsx';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { useSearch } from '../hooks/use-search.ts';
import { Mark } from '../icons/Mark.tsx';
import { ActivitySection } from '../library/ActivitySection.tsx';
import { CorrectionsSection } from '../library/CorrectionsSection.tsx';
import { DataSection } from '../library/DataSection.tsx';
import { FollowedSection } from '../library/FollowedSection.tsx';
import { PinsSection } from '../library/PinsSection.tsx';
import { readRoute } from '../library/route.ts';
import { SavedSection } from '../library/SavedSection.tsx';
import { RESULTS_BLOCK } from '../library/SearchResults.tsx';
import { SearchSection } from '../library/SearchSection.tsx';
import { SettingsSection } from '../library/SettingsSection.tsx';
import { SourcesSection } from '../library/SourcesSection.tsx';
import { TopicsSection } from '../library/TopicsSection.tsx';
import type { LibraryData } from '../library-data.ts';
import { SurfaceFrame } from '../SurfaceFrame.tsx';
import type { LibrarySection, SurfacePlatform } from '../surface-platform.ts';

const SECTIONS: [LibrarySection, MessageName][] = [
  ['search', 'navSearch'],
  ['pins', 'navPins'],
  ['saved', 'navSaved'],
  ['followed', 'navFollowed'],
  ['sources', 'navSources'],
  ['topics', 'navTopics'],
  ['corrections', 'navCorrections'],
  ['activity', 'navActivity'],
  ['data', 'navData'],
  ['settings', 'navSettings'],
];

/** Props of {@link LibraryView}. */
export interface LibraryViewProps {
  platform: SurfacePlatform;
  client: PageClient;
  data: LibraryData;
  catalogue: Catalogue;
}

/** The full page: search, pins, saved pages, what is followed, sources, topics, corrections, activity, data, settings. The section is the address's hash, and so is a search that the user committed; words that another page left never are. */
export function LibraryView({ platform, client, data, catalogue }: LibraryViewProps) {
  return (
    <SurfaceFrame platform={platform} client={client}>
      <Library data={data} catalogue={catalogue} />
    </SurfaceFrame>
  );
}

function Library({ data, catalogue }: Pick<LibraryViewProps, 'data' | 'catalogue'>) {
  const { t } = useMessages();
  const { feedback, platform } = useSurface();
  const [section, setSection] = useState<LibrarySection>(readHash);
  const [asked, setAsked] = useState(0);
  // Kept here, so that the words are still there after a look at another section.
  const search = useSearch({ open: section === 'search', limit: RESULTS_BLOCK, draft: asked });
  const show = useRef(search.show);
  show.current = search.show;
  useEffect(() => {
    const onHash = (): void => {
      const { query, newest } = readRoute(window.location.hash);
      setSection(readHash());
      if (query !== null) show.current(query, newest ? 'newest' : 'best');
    };
    onHash();
    window.addEventListener('hashchange', onHash);
    const stop = platform.onSectionAsked((wanted) => {
      window.location.hash = toSection(wanted);
      setSection(readHash());
      setAsked((times) => times + 1);
    });
    return () => {
      window.removeEventListener('hashchange', onHash);
      stop();
    };
  }, [platform]);
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
        {section === 'search' && <SearchSection search={search} data={data} />}
        {section === 'pins' && <PinsSection />}
        {section === 'saved' && <SavedSection data={data} />}
        {section === 'followed' && <FollowedSection />}
        {section === 'sources' && <SourcesSection data={data} catalogue={catalogue} />}
        {section === 'topics' && <TopicsSection data={data} />}
        {section === 'corrections' && <CorrectionsSection />}
        {section === 'activity' && <ActivitySection data={data} />}
        {section === 'data' && <DataSection data={data} />}
        {section === 'settings' && <SettingsSection />}
      </main>
    </div>
  );
}

function readHash(): LibrarySection {
  return toSection(readRoute(window.location.hash).section);
}

function toSection(name: string): LibrarySection {
  return SECTIONS.find(([id]) => id === name)?.[0] ?? 'pins';
}
