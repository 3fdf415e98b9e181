import type { Mention, ZonedText } from '../core/topic.ts';
import { type Places, salienceOf } from './salience.ts';

/** One naming of a country, in words of the whole text. */
export interface CountryMention {
  id: string;
  mention: Mention;
  /** First word and the one after the last, counted through all parts. */
  word: number;
  to: number;
  /** A bound form ("Sino-"), which names a country only beside another one. */
  bound: boolean;
  metonym: boolean;
  /** Stands first after a full stop or another hard break. */
  afterStop: boolean;
}

/** A pair of countries that a text brings together. */
export interface Relation {
  id: string;
  salience: number;
  mentions: Mention[];
}

const NEAR_WORDS = 25;
const LONG_LIST = 7;
const LIST_STEP = 3;
const MAX_PAIRS = 200;
const CODE = /^country:([A-Z]{2}|NATO)$/;

/** What speaks for a pair. */
interface Evidence {
  mentions: Mention[];
  together: number;
  compound: boolean;
}

/**
 * Pairs of countries: named within 25 words of each other in one paragraph, or in one compound ("Sino-Russian"). Long lists of
 * countries pair nobody. A pair is as salient as its less salient side and as its own places in the text.
 */
export function relationsOf(text: ZonedText, found: CountryMention[], saliences: Map<string, number>, places: Places): Relation[] {
  const countries = withoutLists(withoutLoneBound(found)).filter((c) => CODE.test(c.id));
  const pairs = new Map<string, Evidence>();
  for (let i = 0; i < countries.length; i++) {
    const seen = new Set<string>();
    for (let j = i + 1; j < countries.length; j++) {
      const [a, b] = [countries[i]!, countries[j]!];
      if (a.mention.part !== b.mention.part || b.word - a.to > NEAR_WORDS) break;
      // Past the next naming of the same country that one is the nearer partner.
      if (b.id === a.id) break;
      if (seen.has(b.id)) continue;
      seen.add(b.id);
      addEvidence(pairs, a, b);
    }
  }
  const relations: Relation[] = [];
  for (const [id, evidence] of pairs) {
    const [a, b] = id.slice('relation:'.length).split('-') as [string, string];
    const weaker = Math.min(saliences.get(`country:${a}`) ?? 0, saliences.get(`country:${b}`) ?? 0);
    const own = salienceOf(places, evidence.mentions);
    const salience = evidence.compound ? Math.max(own, weaker) : Math.min(own, weaker);
    relations.push({ id, salience, mentions: spans(text, evidence.mentions) });
  }
  return relations.sort((x, y) => y.salience - x.salience || (x.id < y.id ? -1 : 1)).slice(0, MAX_PAIRS);
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
    if (new Set(run.map((c) => c.id)).size < LONG_LIST) kept.push(...run);
    i = end;
  }
  return kept;
}

function addEvidence(pairs: Map<string, Evidence>, a: CountryMention, b: CountryMention): void {
  const id = `relation:${[a.id.slice(8), b.id.slice(8)].sort().join('-')}`;
  const evidence = pairs.get(id) ?? { mentions: [], together: 0, compound: false };
  pairs.set(id, evidence);
  const { part, start, zone } = a.mention;
  evidence.mentions.push({ part, start, end: b.mention.end, surface: '', zone, method: 'co-mention' });
  evidence.together++;
  if (a.bound || b.bound) evidence.compound = true;
}

function spans(text: ZonedText, mentions: Mention[]): Mention[] {
  return mentions.map((m) => ({ ...m, surface: text.parts[m.part]!.text.slice(m.start, m.end) }));
}
