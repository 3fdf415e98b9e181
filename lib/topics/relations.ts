import type { Mention, ZonedText } from '../core/topic.ts';
import { type CountryList, listsOf } from './country-lists.ts';
import type { CountryMention } from './country-mention.ts';
import { occasionOf } from './occasion.ts';
import { evidenceOf, isCompound, type PairEvidence, type Surroundings, surroundingsOf } from './pair-evidence.ts';
import { bestOf, isThatRelation, LISTED, NEAR_WORDS, pairFeatures, probability, tellsOfRelations } from './pair-model.ts';
import { MAIN_FROM, type Places } from './salience.ts';

/** A pair of countries that a text brings together. */
export interface Relation {
  id: string;
  salience: number;
  mentions: Mention[];
}

/** Words alone do not bound a span: between two there may be anything. */
const NEAR_CHARACTERS = 400;
const LONG_LIST = 7;
const LIST_STEP = 3;
/** How many times likelier another pair of the same side must be for a pair to stand in its shadow. */
const SIDE_PAIR_ODDS = 2;
/** Pairs a text is about, unless a headline or compounds name more. */
const MOST_SIDE_BY_SIDE = 2;
/** Parts a text must have for that; the likelihoods of pairs in one paragraph are too close together. */
const SIDE_PAIR_PARTS = 3;
const BELOW_MAIN = MAIN_FROM - 0.05;
const MAX_PAIRS = 200;
const MAX_PLACES = 1000;
const CODE = /^country:([A-Z]{2}|NATO)$/;

/** Two countries, by code in the order of the alphabet, and where they stand together. */
interface Pair {
  id: string;
  first: string;
  second: string;
  evidence: PairEvidence[];
}

/** A pair while pairs are compared. */
interface Scored extends Pair {
  /** Where the two stand closest. */
  part: number;
  /** Log odds that it is the relation meant, if the part tells of one. */
  own: number;
  salience: number;
  /** The two are only items of lists. */
  listed: boolean;
  /** A compound or a headline names it. */
  evident: boolean;
}

/**
 * Pairs of countries: named within 25 words of each other in one paragraph, or in one compound ("Sino-Russian"). Long lists of
 * countries pair nobody. A pair is as salient as its less salient side and as its own places in the text.
 */
export function relationsOf(text: ZonedText, found: CountryMention[], saliences: Map<string, number>, places: Places): Relation[] {
  const countries = withoutLists(withoutLoneBound(found)).filter((c) => CODE.test(c.id));
  const distinctByPart = countDistinct(countries);
  const lists = listsOf(text, countries);
  const ranks = ranksOf(countries, lists);
  const pairs = pairsOf(text, countries, lists);
  let most = 1;
  for (const { evidence } of pairs) most = Math.max(most, evidence.length);
  const scored: Scored[] = [];
  /** How likely each part tells of relations: as its strongest pair has it. */
  const telling: number[] = [];
  for (const { id, first, second, evidence } of pairs) {
    const [a, b] = [`country:${first}`, `country:${second}`];
    const best = bestOf(evidence);
    const { part } = best.mention;
    const features = pairFeatures({
      evidence,
      best,
      saliences: [saliences.get(a) ?? 0, saliences.get(b) ?? 0],
      company: (distinctByPart.get(part) ?? 2) - best.besides,
      most,
      places,
      withUn: first === 'UN' || second === 'UN',
    });
    const listed = isOnlyListed(evidence);
    if (!listed) telling[part] = Math.max(telling[part] ?? Number.NEGATIVE_INFINITY, tellsOfRelations(features));
    const own = isThatRelation(features, ranks.get(a)! + ranks.get(b)!);
    scored.push({ id, first, second, evidence, part, own, salience: 0, listed, evident: isEvident(evidence) });
  }
  for (const [part, logOdds] of telling.entries())
    if (logOdds !== undefined) telling[part] = logOdds + occasionOf(text.parts[part]!.text, text.language);
  for (const pair of scored) {
    pair.salience = probability(Math.min(pair.own, telling[pair.part] ?? pair.own));
    if (pair.listed) pair.salience = Math.min(pair.salience, BELOW_MAIN);
  }
  if (text.parts.length >= SIDE_PAIR_PARTS) lowerSidePairs(scored);
  return scored.map(({ id, salience, evidence }) => ({ id, salience, mentions: evidence.map((e) => e.mention) }));
}

function pairsOf(text: ZonedText, countries: CountryMention[], lists: CountryList[]): Pair[] {
  const compounds = compoundsOf(text, countries);
  const around: Surroundings[] = [];
  const numbers = numbersOf(countries);
  const pairs = new Map<number, Pair>();
  for (let i = 0; i < countries.length; i++) {
    const a = countries[i]!;
    const apart = i === 0 || a.word - countries[i - 1]!.to > 1;
    for (let j = i + 1; j < countries.length; j++) {
      const b = countries[j]!;
      if (a.mention.part !== b.mention.part || b.word - a.to > NEAR_WORDS || b.mention.start - a.mention.end > NEAR_CHARACTERS) break;
      // Past the next naming of the same country that one is the nearer partner.
      if (b.id === a.id) break;
      if (compounds[i]! >= 0 && compounds[j]! >= 0 && compounds[i] !== compounds[j]) continue;
      if (isPairedBefore(countries, compounds, i, j)) continue;
      const key = Math.min(numbers[i]!, numbers[j]!) * countries.length + Math.max(numbers[i]!, numbers[j]!);
      const known = pairs.get(key);
      if (known ? known.evidence.length >= MAX_PLACES : pairs.size >= MAX_PAIRS) continue;
      around[i] ??= surroundingsOf(text, a);
      around[j] ??= surroundingsOf(text, b);
      const evidence = evidenceOf(text, a, b, apart, around[i]!, around[j]!);
      relateLists(evidence, lists[i]!, lists[j]!);
      if (known) known.evidence.push(evidence);
      else pairs.set(key, pairOf(a.id, b.id, evidence));
    }
  }
  return [...pairs.values()];
}

/** A number for each country, which costs less than its id to look a pair up by. */
function numbersOf(countries: CountryMention[]): number[] {
  const known = new Map<string, number>();
  return countries.map(({ id }) => {
    const number = known.get(id) ?? known.size;
    known.set(id, number);
    return number;
  });
}

function pairOf(a: string, b: string, evidence: PairEvidence): Pair {
  const first = (a < b ? a : b).slice('country:'.length);
  const second = (a < b ? b : a).slice('country:'.length);
  return { id: `relation:${first}-${second}`, first, second, evidence: [evidence] };
}

/** Items of one list stand beside each other for something else; to what is outside it, a list is one name. */
function relateLists(evidence: PairEvidence, a: CountryList, b: CountryList): void {
  if (a === b) evidence.listed = a.size;
  else {
    evidence.gap = Math.max(0, b.word - a.to);
    evidence.besides = a.size + b.size - 2;
  }
}

/** Whether the country of naming `j` stands between `i` and `j` already. */
function isPairedBefore(countries: CountryMention[], compounds: number[], i: number, j: number): boolean {
  for (let k = i + 1; k < j; k++) {
    if (countries[k]!.id === countries[j]!.id && !(compounds[i]! >= 0 && compounds[k]! >= 0 && compounds[i] !== compounds[k])) return true;
  }
  return false;
}

/** The place of each country in the order in which a text names them; the items of a list share theirs. */
function ranksOf(countries: CountryMention[], lists: CountryList[]): Map<string, number> {
  const ranks = new Map<string, number>();
  let next = 0;
  for (let i = 0; i < countries.length; i++) {
    if (ranks.has(countries[i]!.id)) continue;
    const known = i > 0 && lists[i] === lists[i - 1] ? ranks.get(countries[i - 1]!.id) : undefined;
    ranks.set(countries[i]!.id, known ?? next++);
  }
  return ranks;
}

function isOnlyListed(evidence: PairEvidence[]): boolean {
  for (const { listed } of evidence) if (listed < LISTED) return false;
  return true;
}

function isEvident(evidence: PairEvidence[]): boolean {
  for (const { compound, listed, mention } of evidence) if (compound || (mention.zone === 'title' && listed < LISTED)) return true;
  return false;
}

/** A page on China and Russia that names Ukraine as well is about neither side's pair with it, unless a headline or a compound says so. */
function lowerSidePairs(pairs: Scored[]): void {
  const strongest = new Map<string, number>();
  for (const { first, second, salience } of pairs) {
    strongest.set(first, Math.max(strongest.get(first) ?? 0, salience));
    strongest.set(second, Math.max(strongest.get(second) ?? 0, salience));
  }
  let left = MOST_SIDE_BY_SIDE;
  pairs.sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
  for (const pair of pairs) {
    const rival = Math.max(strongest.get(pair.first)!, strongest.get(pair.second)!);
    if (!pair.evident && (odds(rival) > SIDE_PAIR_ODDS * odds(pair.salience) || left <= 0))
      pair.salience = Math.min(pair.salience, BELOW_MAIN);
    else left--;
  }
}

function odds(p: number): number {
  return p / Math.max(1 - p, 1e-9);
}

/** Number of the compound that each naming is a part of ("Sino-Russian", "US–Japan–Korea"), -1 for one that stands alone. */
function compoundsOf(text: ZonedText, countries: CountryMention[]): number[] {
  const compounds = countries.map(() => -1);
  for (let i = 1; i < countries.length; i++) {
    if (!isCompound(text, countries[i - 1]!, countries[i]!)) continue;
    if (compounds[i - 1] === -1) compounds[i - 1] = i;
    compounds[i] = compounds[i - 1]!;
  }
  return compounds;
}

/** Different countries named in each part; those of a part stand together. */
function countDistinct(countries: CountryMention[]): Map<number, number> {
  const distinct = new Map<number, number>();
  for (let i = 0; i < countries.length; ) {
    const { part } = countries[i]!.mention;
    const ids = new Set<string>();
    for (; i < countries.length && countries[i]!.mention.part === part; i++) ids.add(countries[i]!.id);
    distinct.set(part, ids.size);
  }
  return distinct;
}

function withoutLoneBound(found: CountryMention[]): CountryMention[] {
  return found.filter((c, i) => !c.bound || touches(c, found[i + 1]) || (found[i - 1] !== undefined && touches(found[i - 1]!, c)));
}

function touches(a: CountryMention, b: CountryMention | undefined): boolean {
  return b !== undefined && a.id !== b.id && a.to === b.word && a.mention.part === b.mention.part;
}

/** Leaves out runs of seven or more different countries that follow one another like the items of a list. */
function withoutLists(found: CountryMention[]): CountryMention[] {
  const kept: CountryMention[] = [];
  for (let i = 0; i < found.length; ) {
    let end = i + 1;
    while (end < found.length && found[end]!.mention.part === found[i]!.mention.part && found[end]!.word - found[end - 1]!.to < LIST_STEP)
      end++;
    const isList = end - i >= LONG_LIST && new Set(found.slice(i, end).map((c) => c.id)).size >= LONG_LIST;
    for (; i < end; i++) if (!isList) kept.push(found[i]!);
  }
  return kept;
}
