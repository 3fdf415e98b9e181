import { useEffect, useRef } from 'preact/hooks';
import type { LibrarySection } from '../surface-platform.ts';
import { commandKey } from './command-key.ts';

/** After `g`, a place's letter is waited for so long. */
const WAIT_MS = 1500;

/** Places by the letter after `g`. */
export const GO_KEYS: [string, LibrarySection][] = [
  ['s', 'search'],
  ['p', 'pins'],
  ['c', 'collections'],
  ['v', 'saved'],
  ['f', 'followed'],
  ['o', 'sources'],
  ['n', 'topics'],
  ['r', 'corrections'],
  ['a', 'activity'],
  ['d', 'data'],
  ['e', 'settings'],
  ['t', 'trash'],
];

/** The keys of the whole library, while no field has the focus and nothing modal is open: `/`, `?`, and `g` with a letter. */
export function useLibraryKeys(onHelp: () => void): void {
  const latest = useRef(onHelp);
  latest.current = onHelp;
  useEffect(() => {
    let askedAtMs = Number.NEGATIVE_INFINITY;
    // In the capturing phase: after `g`, a letter is no key of the list's.
    function onPlaceKey(event: KeyboardEvent): void {
      const isAsked = event.timeStamp - askedAtMs < WAIT_MS;
      askedAtMs = Number.NEGATIVE_INFINITY;
      if (!isOurs(event)) return;
      const pressed = commandKey(event);
      const place = isAsked ? GO_KEYS.find(([key]) => key === pressed)?.[1] : undefined;
      if (pressed === 'g') askedAtMs = event.timeStamp;
      if (place === undefined) return;
      window.location.hash = place;
      event.preventDefault();
      event.stopPropagation();
    }
    // On the window, after all others: a section may have a use of its own for them.
    function onOtherKey(event: KeyboardEvent): void {
      if ((event.key !== '?' && event.key !== '/') || event.defaultPrevented || !isOurs(event)) return;
      event.preventDefault();
      if (event.key === '?') latest.current();
      else window.location.hash = 'search';
    }
    document.addEventListener('keydown', onPlaceKey, { capture: true });
    window.addEventListener('keydown', onOtherKey);
    return () => {
      document.removeEventListener('keydown', onPlaceKey, { capture: true });
      window.removeEventListener('keydown', onOtherKey);
    };
  }, []);
}

function isOurs({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isTyping = target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea, select') !== null;
  return !ctrlKey && !metaKey && !altKey && !isTyping && document.querySelector('dialog[open], [aria-modal="true"]') === null;
}
