import { createPageClient } from '../messaging/client.ts';
import { extensionVersion } from '../platform/extension.ts';
import { interfaceLocale, interfaceMessage } from '../platform/interface-texts.ts';
import { loadSalt, loadSettings } from '../platform/settings.ts';
import { createLibraryCourses } from '../services/library-courses.ts';
import { createLibraryData } from '../services/library-data.ts';
import { finishUpkeep } from '../services/upkeep.ts';
import { openedOnce } from '../store/opened-once.ts';
import { createTexts } from '../text/format/texts.ts';
import { importsInThread } from './import-worker.ts';
import { openWorkplace } from './workplace.ts';

/** What `openLibraryData` loads when it is first asked for. */
export function openLibraryRest() {
  const changed = (): void => {
    void createPageClient().dataChanged({ reports: true });
    void open().then((place) => {
      if (place.ok) void finishUpkeep(place.value);
    });
  };
  const open = openedOnce((onClosed) => openWorkplace({ onClosed, onRebuildDue: changed }));
  const data = createLibraryData({
    open,
    nowMs: () => Date.now(),
    fetch: (input, init) => fetch(input, init),
    settings: loadSettings,
    version: extensionVersion(),
    salt: loadSalt,
    imports: importsInThread(changed),
    // Seldom wanted: loaded then.
    devices: async () => (await import('./library-devices.ts')).deviceDeps,
    openCopies: async () => (await import('../store/indexed-db/copies.ts')).openCopies({ create: false }),
    salvage: async (settings) => (await import('../store/indexed-db/salvage.ts')).salvage(settings),
    announce: async () => void (await createPageClient().dataChanged({})),
    changed,
  });
  const courses = createLibraryCourses({
    open,
    nowMs: () => Date.now(),
    offset: (atMin) => -new Date(atMin * 60_000).getTimezoneOffset(),
    texts: createTexts(interfaceMessage, interfaceLocale()),
    salt: loadSalt,
  });
  return { ...data, courses };
}
