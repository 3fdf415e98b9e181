import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageClient } from '../../lib/messaging/protocol.ts';
import type { Catalogue } from '../CataloguePicker.tsx';
import { CiteContext } from '../hooks/cite-context.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useLazy } from '../hooks/use-lazy.ts';
import { useLibraryKeys } from '../hooks/use-library-keys.ts';
import { useLibraryPlace } from '../hooks/use-library-place.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { useSearch } from '../hooks/use-search.ts';
import { useTopOfPlace } from '../hooks/use-view-state.ts';
import { Mark } from '../icons/Mark.tsx';
import { ActivitySection } from '../library/ActivitySection.tsx';
import { PinsSection } from '../library/PinsSection.tsx';
import { SavedSection } from '../library/SavedSection.tsx';
import { RESULTS_BLOCK } from '../library/SearchResults.tsx';
import { SearchSection } from '../library/SearchSection.tsx';
import type { LibraryData } from '../library-data.ts';
import { SurfaceFrame } from '../SurfaceFrame.tsx';
import type { LibrarySection, SurfacePlatform } from '../surface-platform.ts';

const SECTIONS: [LibrarySection, MessageName][] = [
  ['search', 'navSearch'],
  ['pins', 'navPins'],
  ['collections', 'navCollections'],
  ['saved', 'navSaved'],
  ['followed', 'navFollowed'],
  ['sources', 'navSources'],
  ['topics', 'navTopics'],
  ['corrections', 'navCorrections'],
  ['activity', 'navActivity'],
  ['data', 'navData'],
  ['settings', 'navSettings'],
];

/** Places that are not in the navigation: others lead there. */
const FURTHER: [LibrarySection, MessageName][] = [
  ['trash', 'navTrash'],
  ['read', 'navRead'],
  ['reporter', 'navReporter'],
  ['topic', 'navTopic'],
  ['story', 'navStory'],
];
/** Places whose heading is what they show. */
const OWN_HEADING = new Set<LibrarySection>(['read', 'reporter', 'topic']);
const NAMES = new Map([...SECTIONS, ...FURTHER]);
/** Where unknown addresses lead comes first. */
const PLACES: LibrarySection[] = ['pins', ...NAMES.keys()];

// Loaded when first shown: none of them is the first thing a reader sees.
const loadKeySheet = () => import('../library/KeySheet.tsx').then(({ KeySheet }) => KeySheet);
const loadCollections = () => import('../library/CollectionsSection.tsx').then(({ CollectionsSection }) => CollectionsSection);
const loadTrash = () => import('../library/TrashSection.tsx').then(({ TrashSection }) => TrashSection);
const loadReading = () => import('../library/ReadingView.tsx').then(({ ReadingView }) => ReadingView);
const loadSources = () => import('../library/SourcesSection.tsx').then(({ SourcesSection }) => SourcesSection);
const loadTopics = () => import('../library/TopicsSection.tsx').then(({ TopicsSection }) => TopicsSection);
const loadCorrections = () => import('../library/CorrectionsSection.tsx').then(({ CorrectionsSection }) => CorrectionsSection);
const loadFollowed = () => import('../library/FollowedSection.tsx').then(({ FollowedSection }) => FollowedSection);
const loadSettings = () => import('../library/SettingsSection.tsx').then(({ SettingsSection }) => SettingsSection);
const loadData = () => import('../library/DataSection.tsx').then(({ DataSection }) => DataSection);
const loadReporter = () => import('../library/ReporterPage.tsx').then(({ ReporterPage }) => ReporterPage);
const loadTopic = () => import('../library/TopicPage.tsx').then(({ TopicPage }) => TopicPage);
const loadStory = () => import('../library/StorySection.tsx').then(({ StorySection }) => StorySection);
const loadSafety = () => import('../SafetyNotice.tsx').then(({ SafetyNotice }) => SafetyNotice);

/** Props of {@link LibraryView}. */
export interface LibraryViewProps {
  platform: SurfacePlatform;
  client: PageClient;
  data: LibraryData;
  catalogue: Catalogue;
}

/** The full page: search, pins, saved pages, what is followed, sources, topics, corrections, activity, data, settings. The place is the address's hash, and so is a search that the user committed; words that another page left never are. */
export function LibraryView({ platform, client, data, catalogue }: LibraryViewProps) {
  return (
    <SurfaceFrame platform={platform} client={client}>
      <CiteContext.Provider value={data.citeReports}>
        <Library data={data} catalogue={catalogue} />
      </CiteContext.Provider>
    </SurfaceFrame>
  );
}

function Library({ data, catalogue }: Pick<LibraryViewProps, 'data' | 'catalogue'>) {
  const { t } = useMessages();
  const { feedback, platform } = useSurface();
  const { section, id, query, newest, asked } = useLibraryPlace(platform, PLACES);
  useTopOfPlace(`${section}/${id}`);
  // Kept here, so that the words are still there after a look at another section.
  const search = useSearch({ open: section === 'search', limit: RESULTS_BLOCK, draft: asked });
  const show = useRef(search.show);
  show.current = search.show;
  useEffect(() => {
    if (query !== null) show.current(query, newest ? 'newest' : 'best');
  }, [query, newest]);
  const [pinWords, setPinWords] = useState('');
  const name = NAMES.get(section)!;
  const [keysShown, setKeysShown] = useState(false);
  useLibraryKeys(() => setKeysShown(true));
  const KeySheet = useLazy(loadKeySheet, keysShown);
  const Collections = useLazy(loadCollections, section === 'collections');
  const Trash = useLazy(loadTrash, section === 'trash');
  const Reading = useLazy(loadReading, section === 'read');
  const Sources = useLazy(loadSources, section === 'sources');
  const Topics = useLazy(loadTopics, section === 'topics');
  const Corrections = useLazy(loadCorrections, section === 'corrections');
  const Followed = useLazy(loadFollowed, section === 'followed');
  const Settings = useLazy(loadSettings, section === 'settings');
  const Data = useLazy(loadData, section === 'data');
  const Safety = useLazy(loadSafety);
  const Reporter = useLazy(loadReporter, section === 'reporter');
  const Topic = useLazy(loadTopic, section === 'topic');
  const Story = useLazy(loadStory, section === 'story');
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
        {!OWN_HEADING.has(section) && <h1>{t(name)}</h1>}
        {Safety !== null && section !== 'data' && section !== 'read' && <Safety reminds />}
        {section === 'search' && <SearchSection search={search} data={data} />}
        {section === 'pins' && <PinsSection data={data.pins} words={pinWords} onWords={setPinWords} />}
        {section === 'collections' && Collections !== null && <Collections data={data.pins} id={id} />}
        {section === 'read' && Reading !== null && <Reading key={id} data={data.pins} id={id ?? ''} />}
        {section === 'reporter' && Reporter !== null && <Reporter key={id} data={data} id={id ?? ''} />}
        {section === 'topic' && Topic !== null && <Topic key={id} data={data.courses} id={id ?? ''} />}
        {section === 'story' && Story !== null && <Story key={id} data={data.courses} id={id ?? ''} />}
        {section === 'trash' && Trash !== null && <Trash data={data.pins} />}
        {section === 'saved' && <SavedSection />}
        {section === 'followed' && Followed !== null && <Followed />}
        {section === 'sources' && Sources !== null && <Sources data={data} catalogue={catalogue} />}
        {section === 'topics' && Topics !== null && <Topics data={data} />}
        {section === 'corrections' && Corrections !== null && <Corrections />}
        {section === 'activity' && <ActivitySection data={data} />}
        {section === 'data' && Data !== null && <Data data={data} />}
        {section === 'settings' && Settings !== null && <Settings data={data} />}
      </main>
      {keysShown && KeySheet !== null && <KeySheet onClose={() => setKeysShown(false)} />}
    </div>
  );
}
