import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps whoever works by keyboard in a list of which a row goes: once the list is drawn without it, the focus is in the row that took its place, else the last,
 * else on the page's heading. Rows carry `attribute` with their id. Call what it gives before the row is taken away.
 */
export function useFocusAfter(root: RefObject<HTMLElement | null>, attribute: string, drawn: unknown): (id: string) => void {
  const left = useRef<{ id: string; at: number } | null>(null);
  const rows = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])];
  useLayoutEffect(() => {
    if (left.current === null) return;
    const all = rows();
    if (all.some((row) => row.getAttribute(attribute) === left.current?.id)) return;
    const { at } = left.current;
    left.current = null;
    // Elsewhere meanwhile: the reader is not called back.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const next = all[Math.min(at, all.length - 1)]?.querySelector<HTMLElement>('[data-headline], a[href], button');
    if (next != null) return next.focus();
    const heading = document.querySelector<HTMLElement>('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [drawn]);
  return (id) => {
    const all = rows();
    const at = all.findIndex((row) => row.getAttribute(attribute) === id);
    left.current = at >= 0 && all[at]?.contains(document.activeElement) ? { id, at } : null;
  };
}
