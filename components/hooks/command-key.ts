/** Letters of other scripts than the one our keys are named in. */
const OTHER_LETTER = /^[^\P{L}\p{Script=Latin}]$/u;
const MOVES = /^(?:j|k|Arrow(?:Down|Up))$/;

/** The key as commands name it: where a keyboard's letters are not Latin, the one that stands in its place on a Latin keyboard. */
export function commandKey({ key, code, shiftKey }: KeyboardEvent): string {
  return OTHER_LETTER.test(key) && code.startsWith('Key') && !shiftKey ? code.slice(3).toLowerCase() : key;
}

/** True for a key that is held down and would act again and again; moves may. */
export function isHeldAction(event: KeyboardEvent): boolean {
  return event.repeat && !MOVES.test(commandKey(event));
}

/** True where `u` was pressed to take something back. */
export function isUndoKey(event: KeyboardEvent): boolean {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
  return commandKey(event) === 'u' && !typing && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey;
}
