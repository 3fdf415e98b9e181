import { TAB_PREFIX, type TabRecord, tabKey } from './known-page.ts';

/** The browser's memory for us: small, and gone when it closes. */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  /** Rejects where there is no room. */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** Tabs of which something is remembered. */
export async function knownTabs(session: Pick<SessionMemory, 'keys'>): Promise<number[]> {
  return (await session.keys()).filter((key) => key.startsWith(TAB_PREFIX)).map((key) => Number(key.slice(TAB_PREFIX.length)));
}

/**
 * Keeps a value under a key. Where there is no room, what is remembered of other tabs goes, oldest first, until there is; false where that is not enough.
 * A tab that is forgotten is read again when it is looked at.
 */
export async function keepInSession(session: SessionMemory, key: string, value: unknown): Promise<boolean> {
  const keep = async (): Promise<boolean> => {
    try {
      await session.set(key, value);
      return true;
    } catch {
      return false;
    }
  };
  if (await keep()) return true;
  for (const other of await oldestFirst(session, key)) {
    await session.remove(other);
    if (await keep()) return true;
  }
  return false;
}

async function oldestFirst(session: SessionMemory, but: string): Promise<string[]> {
  const keys = (await knownTabs(session)).map(tabKey).filter((key) => key !== but);
  const records = await Promise.all(
    keys.map(async (key) => ({ key, atMs: ((await session.get(key)) as TabRecord | undefined)?.atMs ?? 0 })),
  );
  return records.sort((a, b) => a.atMs - b.atMs).map(({ key }) => key);
}
