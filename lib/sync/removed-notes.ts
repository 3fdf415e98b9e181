import { EMPTY, winner, write } from './register.ts';
import { type Entry, LOST, type Replica } from './replica.ts';
import { isShown } from './rows-to-parts.ts';

/**
 * Keeps the notes that another device took away from what stays, as texts that lost (`keepLosers`): there is no trash for them, as there is for notes that
 * go with their pin. `before`: what this device knew, with the notes that it has. Changes `merged`.
 */
export function keepRemovedNotes(merged: Map<string, Entry>, before: Replica, device: string): void {
  for (const [key, { note }] of before) {
    const had = winner(note);
    if (typeof had?.value !== 'string' || had.value.trim() === '') continue;
    const entry = merged.get(key);
    const name = `${LOST}note ${had.device} ${had.clock}`;
    if (entry === undefined || winner(entry.note)?.value || name in entry || !isShown(key, merged)) continue;
    merged.set(key, { ...entry, [name]: write(EMPTY, had.value, device, had.clock) });
  }
}
