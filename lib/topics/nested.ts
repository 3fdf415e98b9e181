import * as C from '../text/characters.ts';
import { foldedWord, GAP_COMMA, GAP_HYPHEN, GAP_QUOTE, type Scan } from '../text/scan.ts';
import type { MatchContext } from './gates.ts';
import { KINDS, ROLE_MASK, ROLES } from './layer-format.ts';
import { longestAt, type Match } from './match.ts';

/** Kinds whose names hold others; in those of the second set only a common noun or a number does ("президент Бразилии", "centre of Paris", "20 octobre"). */
const HOLDERS = new Set(['organisation', 'event']);
const LOOSE_HOLDERS = new Set(['place', 'topic', 'product']);
const MAX_DEPTH = 2;
const OPENING = '(（';
/** Endings of Cyrillic adjectives: "Единая Россия" is one name, "Министерство культуры России" holds another. */
const ADJECTIVE = /(?:ая|яя|ой|ей|ую|юю|ый|ий|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ої|ій|ська|ське|ські|цька|ською)$/;

/** Places and states named inside a longer name of an institution ("Ministry of Culture of Ukraine"), which the text speaks of too. */
export function nestedIn(scan: Scan, outer: Match, context: MatchContext, depth = 0): Match[] {
  if (outer.to - outer.from < 2) return [];
  const role = ROLES[outer.layer.aliasFlags[outer.alias]! & ROLE_MASK];
  const kind = kindOf(outer);
  const holds = HOLDERS.has(kind);
  if (role !== 'name' || !(holds || LOOSE_HOLDERS.has(kind))) return [];
  const found: Match[] = [];
  for (let at = outer.from; at < outer.to; at++) {
    const first = at === outer.from;
    const afterNoun = !first && scan.capital[at - 1] === 0 && (scan.bits[at - 1]! & C.LOWER) !== 0;
    const afterNumber = !first && (scan.bits[at - 1]! & C.DIGIT) !== 0;
    // "Everett, Washington", "Marathon (Greece)".
    const afterPause = !first && (scan.gap[at] === GAP_COMMA || OPENING.includes(scan.text.charAt(scan.start[at]! - 1)));
    // "российско-украинская война", "俄乌冲突": an event between states, in small letters or in a script that has none.
    const hyphened = scan.gap[at] === GAP_HYPHEN;
    const joined = kind === 'event' && (first || hyphened || (scan.bits[at]! & C.ALONE) !== 0);
    if (!joined && !afterNumber && (!scan.capital[at] || !(afterNoun || afterPause || (holds && (first || !isAdjective(scan, at - 1))))))
      continue;
    // "Rusya-Ukrayna savaşı" ends in a name of the event as well.
    const limit = first || hyphened ? outer.to - 1 : outer.to;
    const inner = longestAt(scan, at, context, limit).filter((match) =>
      joined && !scan.capital[at] ? isState(match) : mayNest(scan, match, first, afterNoun || afterNumber || afterPause),
    );
    if (inner.length === 0) continue;
    found.push(...inner);
    if (depth < MAX_DEPTH) found.push(...nestedIn(scan, inner[0]!, context, depth + 1));
    at = inner[0]!.to - 1;
  }
  return found;
}

function kindOf(match: Match): string {
  return KINDS[match.layer.topicKind[match.layer.aliasTopic[match.alias]!]!]!;
}

/** A country itself, and no seat of it: "明斯克协议" is no matter of Belarus. */
function isState(inner: Match): boolean {
  return kindOf(inner) === 'country' && ROLES[inner.layer.aliasFlags[inner.alias]! & ROLE_MASK] !== 'metonym';
}

/** At the beginning of a name only a country: "Chinese Foreign Ministry". */
function mayNest(scan: Scan, inner: Match, first: boolean, afterNoun: boolean): boolean {
  const kind = kindOf(inner);
  if (first) return kind === 'country';
  if (kind === 'place' || kind === 'country' || afterNoun) return true;
  return (
    kind === 'organisation' && (inner.to - inner.from > 1 || scan.gap[inner.from] === GAP_QUOTE || !(scan.bits[inner.from]! & C.LOWER))
  );
}

/** Whether a capitalised Cyrillic word has an adjective's ending: the name goes on after it. */
export function isAdjective(scan: Scan, at: number): boolean {
  if (!scan.capital[at] || !(scan.bits[at]! & C.LOWER)) return false;
  return ADJECTIVE.test(foldedWord(scan, at));
}
