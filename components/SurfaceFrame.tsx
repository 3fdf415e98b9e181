import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageClient } from '../lib/messaging/protocol.ts';
import { isUndoKey } from './hooks/command-key.ts';
import { type Surface, SurfaceContext } from './hooks/surface-context.ts';
import { createMessages } from './hooks/use-messages.ts';
import { ReporterDetail } from './ReporterDetail.tsx';
import type { SurfacePlatform } from './surface-platform.ts';
import { Toast, type ToastContent } from './Toast.tsx';

/** Props of {@link SurfaceFrame}. */
export interface SurfaceFrameProps {
  platform: SurfacePlatform;
  client: PageClient;
  children: ComponentChildren;
}

/** What every surface shares: texts and writing direction, a reporter's detail, the undo toast with its key, the live region. */
export function SurfaceFrame({ platform, client, children }: SurfaceFrameProps) {
  const [toast, setToast] = useState<ToastContent | null>(null);
  const [spoken, setSpoken] = useState('');
  const [reporterId, setReporterId] = useState<string | null>(null);
  const [follows, setAllFollows] = useState<ReadonlyMap<string, boolean>>(new Map());
  const serial = useRef(0);

  const tell = useCallback((text: string, undo?: () => Promise<boolean>) => {
    serial.current += 1;
    setToast({ id: serial.current, text, undo: undo ?? null });
  }, []);
  const announce = useCallback((text: string) => {
    // A no-break space more or less makes the same sentence be read again.
    setSpoken((before) => (before === text ? `${text}\u00a0` : text));
  }, []);
  const feedback = useMemo(() => ({ tell, announce }), [tell, announce]);
  const setFollows = useCallback((id: string, followed: boolean) => setAllFollows((before) => new Map(before).set(id, followed)), []);
  const forgetFollows = useCallback((id?: string) => {
    setAllFollows((before) => (before.size === 0 ? before : new Map(id === undefined ? [] : [...before].filter(([each]) => each !== id))));
  }, []);
  const surface = useMemo<Surface>(
    () => ({ platform, client, feedback, showReporter: setReporterId, follows, setFollows, forgetFollows }),
    [platform, client, feedback, follows, setFollows, forgetFollows],
  );

  useEffect(() => {
    const root = document.documentElement;
    root.dir = platform.message('dir');
    root.lang = platform.locale;
  }, [platform]);

  useEffect(() => {
    // Keys that choose among an input method's proposals (Enter, Escape, arrows) are its own: no field, list or dialog of ours hears them.
    function onComposing(event: KeyboardEvent): void {
      if (event.isComposing) event.stopPropagation();
    }
    window.addEventListener('keydown', onComposing, true);
    return () => window.removeEventListener('keydown', onComposing, true);
  }, []);

  const undo = useCallback(async () => {
    if (!toast?.undo) return;
    setToast(null);
    const { t } = createMessages(platform);
    if (await toast.undo()) announce(t('undone'));
    else tell(t('undoFailed'));
  }, [toast, platform, announce, tell]);

  const latestUndo = useRef(undo);
  latestUndo.current = undo;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (isUndoKey(event)) void latestUndo.current();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <SurfaceContext.Provider value={surface}>
      {children}
      {reporterId !== null && <ReporterDetail key={reporterId} reporterId={reporterId} onClose={() => setReporterId(null)} />}
      <Toast content={toast} onUndo={undo} onDismiss={() => setToast(null)} />
      <p class="visually-hidden" aria-live="polite" data-live>
        {spoken}
      </p>
    </SurfaceContext.Provider>
  );
}
