import { openLibraryPins } from './library-pins.ts';

/**
 * The store as the library page sees it. The page reads and writes it itself: large data does not travel in messages. All but the pins is loaded when first
 * asked for: topics, derivation and backups are most of the page's code, and its first screen needs none of it.
 */
export function openLibraryData() {
  let loading: Promise<ReturnType<typeof import('./library-rest.ts').openLibraryRest>> | null = null;
  const rest = () => {
    loading ??= import('./library-rest.ts').then(
      ({ openLibraryRest }) => openLibraryRest(),
      (error: unknown) => {
        // The next who asks tries again.
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  const courses = later(async () => (await rest()).courses, {});
  return later(rest, { pins: openLibraryPins(), courses });
}

type Asynchronous = (...args: never[]) => Promise<unknown>;

/** What a module offers, before it is loaded: every call waits for it. `here` is there at once. */
function later<Loaded extends object, Here extends object>(load: () => Promise<Loaded>, here: Here): Loaded & Here {
  return new Proxy(here, {
    get: (target, name) => {
      if (name in target) return target[name as keyof Here];
      return async (...args: never[]) => ((await load())[name as keyof Loaded] as Asynchronous)(...args);
    },
  }) as Loaded & Here;
}

/** Syncs where the reader wants that at each opening. Where sync never was on, nothing is loaded. */
export async function syncAtOpening(data: Pick<ReturnType<typeof openLibraryData>, 'sync'>): Promise<void> {
  if ((await indexedDB.databases()).some(({ name }) => name === 'sidelight-sync')) await (await data.sync()).syncAtOpening();
}
