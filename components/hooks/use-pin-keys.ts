import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { commandKey, isHeldAction } from './command-key.ts';

/** What the keys of the list of pins do. Rows are found in the document by `data-pin`. */
export interface PinKeyActions {
  onSelect(pinId: string): void;
  onSelectAll(): void;
  /** Opens the row's note and tags, at one of them. */
  onEdit(pinId: string, part: 'note' | 'tags'): void;
  onRead(pinId: string): void;
  onToggleRead(pinId: string): void;
  onArchive(pinId: string): void;
  onTrash(pinId: string): void;
  /** One place up (-1) or down (1) in the order by hand. */
  onMove(pinId: string, by: -1 | 1): void;
  /** Closes the innermost open thing; false when nothing was open. */
  onEscape(): boolean;
}

/** Handles the single keys of the list of pins while no field has the focus. Modified keys are the browser's, but for Alt and an arrow on a row. */
export function usePinKeys(root: RefObject<HTMLElement | null>, actions: PinKeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || root.current === null) return;
      if (document.querySelector('[aria-modal="true"]') !== null) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input:not([type="checkbox"]), textarea, select') != null) return;
      if (press(event, root.current, latest.current)) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root]);
}

function press(event: KeyboardEvent, root: HTMLElement, actions: PinKeyActions): boolean {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-pin]')];
  const focused = rows.find((row) => row.contains(document.activeElement));
  const id = focused?.dataset.pin;
  if (event.altKey) {
    if (id === undefined || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false;
    actions.onMove(id, event.key === 'ArrowUp' ? -1 : 1);
    return true;
  }
  const key = commandKey(event);
  if (isHeldAction(event)) return false;
  switch (key) {
    case '/':
      root.querySelector<HTMLInputElement>('input[type="search"]')?.select();
      root.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
      return true;
    case 'j':
    case 'ArrowDown':
      return focusRow(rows, focused, 1);
    case 'k':
    case 'ArrowUp':
      return focusRow(rows, focused, -1);
    case '*':
      actions.onSelectAll();
      return true;
    case 'Escape':
      return actions.onEscape();
    default:
      return id !== undefined && pressOnRow(key, id, focused!, actions);
  }
}

function pressOnRow(key: string, id: string, row: HTMLElement, actions: PinKeyActions): boolean {
  const act: Record<string, () => void> = {
    x: () => actions.onSelect(id),
    n: () => actions.onEdit(id, 'note'),
    t: () => actions.onEdit(id, 'tags'),
    v: () => actions.onRead(id),
    r: () => actions.onToggleRead(id),
    e: () => actions.onArchive(id),
    p: () => actions.onTrash(id),
    Delete: () => actions.onTrash(id),
    o: () => row.querySelector<HTMLElement>('a[data-headline]')?.click(),
  };
  const action = Object.hasOwn(act, key) ? act[key] : undefined;
  action?.();
  return action !== undefined;
}

/** Puts the focus on a row's headline. */
export function focusRow(rows: HTMLElement[], focused: HTMLElement | undefined, by: 1 | -1): boolean {
  const at = focused === undefined ? (by > 0 ? -1 : rows.length) : rows.indexOf(focused);
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  next?.querySelector<HTMLElement>('[data-headline]')?.focus();
  next?.scrollIntoView?.({ block: 'nearest' });
  return next !== undefined;
}
