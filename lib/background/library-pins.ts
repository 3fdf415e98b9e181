import { createPageClient } from '../messaging/client.ts';
import { createLibraryPins } from '../services/library-pins.ts';
import { openStore } from '../store/indexed-db/open-store.ts';

/** The store's pins as the library page sees them: opened without the lists of topics, so that the first screen does not wait for them. */
export function openLibraryPins() {
  let opening: ReturnType<typeof openStore> | null = null;
  return createLibraryPins({
    open: async () => {
      opening ??= openStore({
        // Nothing that this page does here derives: whoever does has the topics.
        derive: () => {
          throw new Error('The pins derive nothing.');
        },
        nowMs: () => Date.now(),
      });
      const opened = await opening;
      if (!opened.ok) opening = null;
      return opened;
    },
    nowMs: () => Date.now(),
    newId: () => crypto.randomUUID(),
    announce: async () => void (await createPageClient().dataChanged({})),
  });
}
