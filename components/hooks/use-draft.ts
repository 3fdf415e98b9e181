import { useEffect, useRef } from 'preact/hooks';

/** Short: what is typed in it is lost at most, and only where the machine itself stops. */
const PAUSE_MS = 250;

/** Keeps what is typed. */
export interface Draft {
  /** Keeps a text soon; later ones replace it. */
  keep(text: string): void;
  /** Keeps at once what waits, and resolves when it is kept. */
  settle(): Promise<void>;
}

/** Writes what is typed one after the other, the last always at the end: after a pause, and at once when the page is hidden, closed or the field goes. */
export function useDraft(write: (text: string) => Promise<void>): Draft {
  const latest = useRef(write);
  latest.current = write;
  const draft = useRef<Draft | null>(null);
  draft.current ??= createDraft((text) => latest.current(text));
  useEffect(() => {
    const flush = (): void => void draft.current?.settle();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return draft.current;
}

function createDraft(write: (text: string) => Promise<void>): Draft {
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();
  const settle = (): Promise<void> => {
    clearTimeout(timer);
    if (waiting !== null) {
      const text = waiting;
      waiting = null;
      writing = writing.then(() => write(text));
    }
    return writing;
  };
  return {
    keep(text) {
      waiting = text;
      clearTimeout(timer);
      timer = setTimeout(() => void settle(), PAUSE_MS);
    },
    settle,
  };
}
