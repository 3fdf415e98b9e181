import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { commandKey, isHeldAction } from './command-key.ts';

/** What the keys of a surface do. Reports are found in the document by `data-report`. */
export interface ReportKeyActions {
  onSearch(): void;
  onPin(articleId: string): void;
  onHide(articleId: string): void;
  onWhy(articleId: string): void;
  /** Without it, `?` is not a key of the list's. */
  onHelp?(): void;
  /** Closes the innermost open thing; false when nothing was open. */
  onEscape(): boolean;
}

/** Handles the single-key commands while no text field has the focus. Modified keys are the browser's. */
export function useReportKeys(root: RefObject<HTMLElement | null>, actions: ReportKeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || root.current === null) return;
      const { current } = latest;
      if (event.key === 'Escape') {
        // Unhandled, Escape closes the popup: that stays the browser's.
        if (current.onEscape()) event.preventDefault();
        return;
      }
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (inField && !(isSearchField(event.target) && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))) return;
      if (press(event, root.current, current)) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root]);
}

function press(event: KeyboardEvent, root: HTMLElement, actions: ReportKeyActions): boolean {
  const reports = [...root.querySelectorAll<HTMLElement>('[data-report]')];
  const focused = reports.find((report) => report.contains(document.activeElement));
  const id = (focused ?? reports[0])?.dataset.report;
  if (isHeldAction(event)) return false;
  switch (commandKey(event)) {
    case '/':
      actions.onSearch();
      return true;
    case '?':
      actions.onHelp?.();
      return actions.onHelp !== undefined;
    case 'j':
    case 'ArrowDown':
      return move(root, reports, focused, 1);
    case 'k':
    case 'ArrowUp':
      return move(root, reports, focused, -1);
    case 'p':
      if (id !== undefined) actions.onPin(id);
      return id !== undefined;
    case 'x':
      if (focused === undefined || id === undefined) return false;
      move(root, reports, focused, 1);
      actions.onHide(id);
      return true;
    case 'w':
      if (id !== undefined) actions.onWhy(id);
      return id !== undefined;
    case 'o':
      focused?.querySelector<HTMLElement>('a[data-headline]')?.click();
      return focused !== undefined;
    default:
      return false;
  }
}

function move(root: HTMLElement, reports: HTMLElement[], focused: HTMLElement | undefined, by: 1 | -1): boolean {
  if (reports.length === 0) return false;
  const at = focused === undefined ? -1 : reports.indexOf(focused);
  if (by < 0 && at <= 0) {
    const field = root.querySelector<HTMLElement>('input[type="search"]');
    if (field === null && at < 0) return false;
    field?.focus();
    return true;
  }
  const next = reports[Math.min(reports.length - 1, at + by)];
  next?.querySelector<HTMLElement>('[data-headline]')?.focus();
  next?.scrollIntoView?.({ block: 'nearest' });
  return true;
}

function isSearchField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search';
}
