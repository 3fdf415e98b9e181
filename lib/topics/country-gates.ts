import type { ZonedText } from '../core/topic.ts';
import * as C from '../text/characters.ts';
import { foldedWord, GAP_ABBREVIATION, GAP_APOSTROPHE, GAP_SPACE, type Scan } from '../text/scan.ts';
import { isUninformative, type MatchContext } from './gates.ts';
import { longestAt } from './match.ts';

/** Countries whose English name people bear as well, as folded words: as either name, as a given name, as a surname. */
const BORNE = new Set(['jordan', 'chad', 'israel', 'georgia']);
const BORNE_FIRST = new Set(['kenya', 'india', 'cuba', 'jamaica']);
const BORNE_LAST = new Set('england poland france ireland holland wales spain germany portugal brazil'.split(' '));
/** Given names that stand before those surnames; other words with a capital are firms and halves of countries ("Air France", "Vichy France"). */
const GIVEN_NAMES = new Set(
  (
    'james john robert michael mike william david richard joseph thomas tom charles chris daniel matthew matt anthony tony mark donald steven steve paul andrew ' +
    'kevin brian george tim jason jeff ryan gary nick eric larry justin scott ben sam greg frank alex patrick jack jerry adam henry peter simon mary jennifer ' +
    'linda elizabeth barbara susan jessica sarah karen lisa nancy sandra ashley emily michelle amanda melissa stephanie rebecca laura amy anna emma brittany rachel'
  ).split(' '),
);
const SPOUSES = new Set(['wife', 'husband', 'widow', 'girlfriend', 'boyfriend']);

/** Whether a country's folded one-word name is also a given name or a surname. */
export function isBorneName(folded: string): boolean {
  return BORNE.has(folded) || BORNE_FIRST.has(folded) || BORNE_LAST.has(folded);
}

const PLACE_WORDS = new Set(['in', 'into', 'inside', 'across', 'throughout', 'near']);

/** Whose name it is: the country's; a person's, here, wherever it stands below, or throughout the text; or undecided, where every word of a headline has a capital. */
export type Bearer = 'country' | 'person here' | 'person' | 'spouse' | 'undecided';

/** What may stand in capitals beside a country's name without making a person's of it. */
const COMPANIONS = new Set(
  (
    'president premier prime king queen prince princess emir crown royal foreign defence defense interior finance health justice energy minister ' +
    'ministers ministry cabinet government parliament senate state kingdom republic army air navy military armed police border security intelligence ' +
    'national central bank ambassador embassy envoy consul opposition party supreme court council authority war times daily post news radio tv ' +
    'airlines airways football cup open university institute museum river valley dead bridge monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december north south east west northern southern eastern ' +
    'western greater neighbouring neighboring eretz ancient modern general mr aerospace electric railways'
  ).split(' '),
);

/** Reads the words beside a name that people bear: "Jordan Smithers" and "Peter Jordan" are persons, "Jordan King Abdullah" is none. */
export function bearerOf(scan: Scan, from: number, to: number, context: MatchContext): Bearer {
  const name = foldedWord(scan, from);
  if (hasSpouse(scan, to)) return 'spouse';
  if (BORNE_LAST.has(name)) return isGivenName(scan, from) ? 'person' : 'country';
  const follows = to < scan.count && scan.gap[to] === GAP_SPACE && isUnknownName(scan, to, context);
  if (context.titleCase || context.allCapitals) return follows ? 'undecided' : 'country';
  // "India Meteorological Department" is the country's; "Kenya Power" may be.
  if (BORNE_FIRST.has(name)) return follows && !scan.capital[to + 1] && !(from > 0 && isPlaced(scan, from)) ? 'person here' : 'country';
  if (follows) return from > 0 && isPlaced(scan, from) ? 'country' : 'person';
  const before = from - 1;
  const precedes =
    from > 1 && scan.gap[from] === GAP_SPACE && !isUninformative(scan, before, context) && isUnknownName(scan, before, context);
  return precedes ? 'person' : 'country';
}

/** "Steve England". */
function isGivenName(scan: Scan, at: number): boolean {
  return at > 0 && scan.gap[at] === GAP_SPACE && scan.capital[at - 1] !== 0 && GIVEN_NAMES.has(foldedWord(scan, at - 1));
}

/** "Chad's wife". */
function hasSpouse(scan: Scan, to: number): boolean {
  return to + 1 < scan.count && scan.gap[to] === GAP_APOSTROPHE && scan.gap[to + 1] === GAP_SPACE && SPOUSES.has(foldedWord(scan, to + 1));
}

/** "in Jordan", "Prime Minister of Georgia": what follows is another name. */
function isPlaced(scan: Scan, at: number): boolean {
  const before = foldedWord(scan, at - 1);
  if (before !== 'of') return PLACE_WORDS.has(before);
  return at > 1 && (scan.capital[at - 2] !== 0 || COMPANIONS.has(foldedWord(scan, at - 2)));
}

function isUnknownName(scan: Scan, at: number, context: MatchContext): boolean {
  if (!scan.capital[at]) return false;
  if (scan.length[at] === 1) return at + 1 < scan.count && scan.gap[at + 1] === GAP_ABBREVIATION;
  if (!(scan.bits[at]! & C.LOWER) || scan.length[at]! < 3) return false;
  return !COMPANIONS.has(foldedWord(scan, at)) && longestAt(scan, at, context).length === 0;
}

const OBJECT_WORDS = new Set('your my his her our their its the a an this that these those it them up off'.split(' '));

/** Whether an adjective that is a verb as well ("Polish") has an object at `next`. */
export function hasObject(scan: Scan, next: number): boolean {
  return next < scan.count && scan.gap[next] === GAP_SPACE && OBJECT_WORDS.has(foldedWord(scan, next));
}

/** What follows the states, and no verb of one's own: "Usa e Cina", "Usa attaccano". */
const AFTER_STATES = /^(?:ed?|contro|verso|pronti|.*(?:[ai]no|ono|anno))$/;

/** Whether "Usa" opens an Italian sentence as the verb does: "Usa il casco", not "Usa, la Cina risponde". */
export function isItalianVerb(scan: Scan, at: number, context: MatchContext): boolean {
  const next = at + 1;
  if (!(scan.bits[at]! & C.LOWER) || !isUninformative(scan, at, context)) return false;
  if (next >= scan.count || scan.capital[next] || scan.gap[next] !== GAP_SPACE) return false;
  return !AFTER_STATES.test(foldedWord(scan, next));
}

/** Whether an adjective is a Hungarian's surname: with a capital before a given name ("Török Gábor"); those in -i are of places. */
export function isHungarianSurname(scan: Scan, at: number): boolean {
  const next = at + 1;
  if (!scan.capital[at] || next >= scan.count || scan.gap[next] !== GAP_SPACE) return false;
  return scan.capital[next] !== 0 && (scan.bits[next]! & C.LOWER) !== 0 && !foldedWord(scan, at).endsWith('i');
}

const DOLLAR = 36;
const MOST_LETTERS = 4;

/** Whether a span, an acronym of a country, begins a price: "US$280 billion", "U.S. $3 million". */
export function startsPrice(text: string, start: number, end: number): boolean {
  if (end - start > MOST_LETTERS) return false;
  const dollar = afterSpace(text, end);
  return text.charCodeAt(dollar) === DOLLAR && (C.kindOf(text.charCodeAt(afterSpace(text, dollar + 1))) & C.DIGIT) !== 0;
}

/** The place itself, or the next one where a space stands there. */
function afterSpace(text: string, at: number): number {
  return C.kindOf(text.charCodeAt(at)) & C.SPACE ? at + 1 : at;
}

/** Words of the United States that stand near their state of Georgia. */
const STATE_WORDS =
  /\b(?:County|Counties|Atlanta|Savannah|Augusta|Macon|Fulton|Alabama|Florida|Carolina|Tennessee|Texas|Arizona|Nevada|Michigan|Wisconsin|Pennsylvania|Ohio|Virginia|Mississippi|Louisiana|Republicans?|Democrats?|GOP|Democratic|Senators?|senators?|Governor|Gov|Trump|Biden|Obama|Kemp|Raffensperger|Ossoff|Warnock|FBI|sheriff|Sheriff|swing states?|battleground|Super Tuesday)\b/g;
const NEIGHBOURS = ['country:AM', 'country:AZ', 'country:RU', 'country:TR', 'country:UA', 'country:MD', 'country:EU', 'country:NATO'];

/** Whether an English text means Georgia of the United States: more words of that country than neighbours of the other one. */
export function isStateOfUnion(text: ZonedText, mentions: (id: string) => number): boolean {
  const words = new Set<string>();
  for (const part of text.parts) for (const [word] of part.text.matchAll(STATE_WORDS)) words.add(word);
  return words.size > NEIGHBOURS.filter((id) => mentions(id) > 0).length;
}
