import type { Mention, ZonedText } from '../core/topic.ts';
import type { CountryMention } from './country-mention.ts';
import { evidenceOf, isCompound, type PairEvidence } from './pair-evidence.ts';
import { MAIN_FROM, type Places } from './salience.ts';

/** A pair of countries that a text brings together. */
export interface Relation {
  id: string;
  salience: number;
  mentions: Mention[];
}

const NEAR_WORDS = 25;
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
const MAX_PAIRS = 200;
const MAX_PLACES = 1000;
const CODE = /^country:([A-Z]{2}|NATO)$/;

/**
 * Pairs of countries: named within 25 words of each other in one paragraph, or in one compound ("Sino-Russian"). Long lists of
 * countries pair nobody. A pair is as salient as its less salient side and as its own places in the text.
 */
export function relationsOf(text: ZonedText, found: CountryMention[], saliences: Map<string, number>, places: Places): Relation[] {
  const countries = withoutLists(withoutLoneBound(found)).filter((c) => CODE.test(c.id));
  const compounds = compoundsOf(text, countries);
  const pairs = new Map<string, PairEvidence[]>();
  for (let i = 0; i < countries.length; i++) {
    const seen = new Set<string>();
    for (let j = i + 1; j < countries.length; j++) {
      const [a, b] = [countries[i]!, countries[j]!];
      if (a.mention.part !== b.mention.part || b.word - a.to > NEAR_WORDS || b.mention.start - a.mention.end > NEAR_CHARACTERS) break;
      // Past the next naming of the same country that one is the nearer partner.
      if (b.id === a.id) break;
      if (compounds[i]! >= 0 && compounds[j]! >= 0 && compounds[i] !== compounds[j]) continue;
      if (seen.has(b.id)) continue;
      seen.add(b.id);
      const id = `relation:${[a.id.slice(8), b.id.slice(8)].sort().join('-')}`;
      const known = pairs.get(id);
      if (known ? known.length >= MAX_PLACES : pairs.size >= MAX_PAIRS) continue;
      const evidence = evidenceOf(text, a, b, countries[i - 1]);
      if (known) known.push(evidence);
      else pairs.set(id, [evidence]);
    }
  }
  const distinctByPart = countDistinct(countries);
  let most = 1;
  for (const evidence of pairs.values()) most = Math.max(most, evidence.length);
  const relations: (Relation & { evident: boolean })[] = [];
  for (const [id, evidence] of pairs) {
    const [a, b] = id
      .slice('relation:'.length)
      .split('-')
      .map((code) => saliences.get(`country:${code}`) ?? 0) as [number, number];
    const salience = pairSalience(pairFeatures(evidence, a, b, distinctByPart, most, places, /-UN$|UN-/.test(id)));
    const evident = evidence.some((e) => e.compound || e.mention.zone === 'title');
    relations.push({ id, salience, mentions: evidence.map((e) => e.mention), evident });
  }
  return text.parts.length < SIDE_PAIR_PARTS ? relations : lowerSidePairs(relations);
}

/** A page on China and Russia that names Ukraine as well is about neither side's pair with it, unless a headline or a compound says so. */
function lowerSidePairs(relations: (Relation & { evident: boolean })[]): Relation[] {
  const sides = (id: string) => id.slice('relation:'.length).split('-');
  const strongest = new Map<string, number>();
  for (const { id, salience } of relations) for (const side of sides(id)) strongest.set(side, Math.max(strongest.get(side) ?? 0, salience));
  let left = MOST_SIDE_BY_SIDE;
  relations.sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
  return relations.map(({ id, salience, mentions, evident }) => {
    const rival = Math.max(...sides(id).map((side) => strongest.get(side)!));
    const isSide = !evident && (odds(rival) > SIDE_PAIR_ODDS * odds(salience) || left <= 0);
    if (!isSide) left--;
    return { id, mentions, salience: isSide ? Math.min(salience, MAIN_FROM - 0.05) : salience };
  });
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

/** What the model of a pair's salience sees. */
export function pairFeatures(
  evidence: PairEvidence[],
  a: number,
  b: number,
  distinctByPart: Map<number, number>,
  most: number,
  places: Places,
  withUn: boolean,
): number[] {
  const best = evidence.reduce((x, y) => (cost(y) < cost(x) ? y : x));
  const inTitle = evidence.some((e) => e.mention.zone === 'title');
  const inLead = evidence.some((e) => e.mention.zone === 'lead');
  const first =
    evidence.reduce((least, e) => Math.min(least, places.starts[e.mention.part]! + e.mention.start), places.total) / places.total;
  return [
    1,
    inTitle ? 1 : 0,
    inLead ? 1 : 0,
    1 - first,
    Math.min(a, b),
    Math.max(a, b),
    best.gap / NEAR_WORDS,
    best.acrossSentences ? 1 : 0,
    best.located ? 1 : 0,
    evidence.some((e) => e.compound) ? 1 : 0,
    evidence.some((e) => e.opens) ? 1 : 0,
    Math.log((distinctByPart.get(best.mention.part) ?? 2) / 2),
    Math.log(evidence.length / most),
    withUn ? 1 : 0,
  ];
}

/** Different countries named in each part. */
function countDistinct(countries: CountryMention[]): Map<number, number> {
  const ids = new Map<number, Set<string>>();
  for (const { id, mention } of countries) ids.set(mention.part, (ids.get(mention.part) ?? new Set()).add(id));
  return new Map([...ids].map(([part, set]) => [part, set.size]));
}

function cost(e: PairEvidence): number {
  return e.gap + (e.acrossSentences ? 20 : 0) + (e.located ? 10 : 0) - (e.compound ? 100 : 0);
}

/** In the order of `pairFeatures`; fitted on cep-relations, title, lead and repetition set by hand: docs/ranking-topics.md. */
const PAIR_WEIGHTS = [-1.9, 1.5, 1.03, 1.54, 1.67, 1.3, -1.38, -0.78, -1.05, 1, 0.61, -1.9, 0.8, -1.84];

function pairSalience(features: number[]): number {
  let sum = 0;
  for (const [i, weight] of PAIR_WEIGHTS.entries()) sum += weight * features[i]!;
  return 1 / (1 + Math.exp(-sum));
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
    const run = found.slice(i, end);
    if (new Set(run.map((c) => c.id)).size < LONG_LIST) for (const country of run) kept.push(country);
    i = end;
  }
  return kept;
}
