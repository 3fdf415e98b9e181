import { rankOfTime } from './rank.ts';
import type { Pin } from './user-data.ts';

/** A pin with everything it has beyond its beginnings: at its time's place in the order by hand, without tags. Also what pins of older versions become. */
export function newPin(pin: Pick<Pin, 'id' | 'article' | 'state' | 'pinnedAtMs'>): Pin {
  return { ...pin, updatedAtMs: pin.pinnedAtMs, rank: rankOfTime(pin.pinnedAtMs, pin.id), tags: [] };
}
