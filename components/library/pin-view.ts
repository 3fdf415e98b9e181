import type { Note } from '../../lib/core/library.ts';
import { tagKey } from '../../lib/core/tags.ts';
import type { Pin, PinState } from '../../lib/core/user-data.ts';
import { fold } from '../../lib/text/fold.ts';

/** States in the order a reader goes through them. */
export const PIN_STATES: PinState[] = ['unread', 'reading', 'read', 'archived'];

/** Orders of the list of pins. */
export const PIN_SORTS = ['hand', 'newest', 'oldest', 'outlet'] as const;

/** What the list of pins shows, and how. */
export interface PinView {
  state: PinState | 'all';
  tag: string | null;
  sort: (typeof PIN_SORTS)[number];
  /** Rows drawn so far. */
  drawn: number;
}

/** Rows drawn at first, and more at a time. */
export const PINS_A_PAGE = 50;

/** The list as it is first shown. */
export const FIRST_VIEW: PinView = { state: 'all', tag: null, sort: 'hand', drawn: PINS_A_PAGE };

/** Pins that a view shows, in its order. `pins` are in the order by hand, `notes` by pin. `words`: all of them occur in title, outlet, authors, tags or note, folded. */
export function shownPins(pins: Pin[], view: PinView, words: string, locale: string, notes: ReadonlyMap<string, Note>): Pin[] {
  const asked = fold(words).split(/\s+/u).filter(Boolean);
  const tag = view.tag === null ? null : tagKey(view.tag);
  const found = pins.filter(
    (pin) =>
      (view.state === 'all' || pin.state === view.state) &&
      (tag === null || pin.tags.some((each) => tagKey(each) === tag)) &&
      (asked.length === 0 || hasWords(pin, notes.get(pin.id), asked)),
  );
  if (view.sort === 'newest') return found.sort((a, b) => b.pinnedAtMs - a.pinnedAtMs);
  if (view.sort === 'oldest') return found.sort((a, b) => a.pinnedAtMs - b.pinnedAtMs);
  if (view.sort === 'outlet') return byOutlet(found, locale);
  return found;
}

/** How many pins are in each state. */
export function stateCounts(pins: Pin[]): Record<PinState | 'all', number> {
  const counts = { all: pins.length, unread: 0, reading: 0, read: 0, archived: 0 };
  for (const { state } of pins) counts[state]++;
  return counts;
}

function hasWords({ article, tags }: Pin, note: Note | undefined, asked: string[]): boolean {
  const names = article.authors.map(({ name }) => name);
  const text = fold([article.headline, article.outletName ?? '', ...names, ...tags, note?.text ?? '', note?.draft ?? ''].join(' '));
  return asked.every((word) => text.includes(word));
}

/** Unknown outlets last, newest first within one. */
function byOutlet(pins: Pin[], locale: string): Pin[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' });
  const name = ({ article }: Pin): string => article.outletName ?? '\uffff';
  return pins.sort((a, b) => compare(name(a), name(b)) || b.pinnedAtMs - a.pinnedAtMs);
}
