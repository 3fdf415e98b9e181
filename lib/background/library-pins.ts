import { createPageClient } from '../messaging/client.ts';
import { createLibraryPins } from '../services/library-pins.ts';
import { openStore } from '../store/indexed-db/open-store.ts';
import { openedOnce } from '../store/opened-once.ts';

/** The store's pins as the library page sees them: opened without the lists of topics, so that the first screen does not wait for them. */
export function openLibraryPins() {
  const announce = async () => void (await createPageClient().dataChanged({}));
  const open = openedOnce((onClosed) =>
    openStore({
      // Nothing that this page does here derives: whoever does has the topics.
      derive: () => {
        throw new Error('The pins derive nothing.');
      },
      nowMs: () => Date.now(),
      onRebuildDue: () => void announce(),
      onClosed,
    }),
  );
  // While the first view is drawn: its first question does not wait for the opening.
  void open();
  return createLibraryPins({
    open,
    nowMs: () => Date.now(),
    newId: () => crypto.randomUUID(),
    announce,
  });
}
