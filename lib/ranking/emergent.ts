import { fold } from '../text/fold.ts';
import { isFunctionWord } from './function-words.ts';

/** A report as proposals are made from: its headline, the beginning of its text, and what its publisher filed it under. */
export interface ProposalReport {
  id: string;
  headline: string;
  /** First paragraph or description; '' where unknown. */
  lead: string;
  keywords: string[];
  section: string | null;
  language: string | null;
  outletId: string | null;
}

/** A topic that the index suggests and no list names yet. */
export interface ProposedTopic {
  /** As most reports write it. */
  name: string;
  /** Language of most of its reports; null where unknown. */
  language: string | null;
  /** Ids of the reports that name it in headline or keywords, in the order given. */
  reports: string[];
  /** Distinct outlets among them; reports without one count as one outlet. */
  outlets: number;
  score: number;
}

/** Limits of a proposal. */
export interface ProposalOptions {
  /** True for a name that needs no proposal: it is a topic already, or the user has refused it. */
  isKnown(name: string, language: string | null): boolean;
  limit: number;
}

/** A word of a text, with what its place and its case say. */
export interface Word {
  text: string;
  folded: string;
  /** Begins with a capital. */
  capital: boolean;
  /** First of a sentence or headline, where a capital says nothing. */
  opens: boolean;
  /** Nothing but a space stands between it and the word before. */
  joined: boolean;
}

interface Phrase {
  words: number;
  reports: Set<number>;
  inLead: number;
  asKeyword: number;
  /** How often it stands inside a sentence in capitals, and in small letters. */
  capitals: number;
  smalls: number;
  spellings: Map<string, number>;
}

/** Longest phrase, in words. */
const MOST_WORDS = 4;
const LEAST_REPORTS = 2;
/** One word recurs by chance sooner than two. */
const LEAST_REPORTS_OF_WORD = 3;
const LEAST_LETTERS = 4;
/** A phrase in more of the reports than this, and in more than so many, is no topic but what the index is about. */
const MOST_SHARE = 0.2;
const FEW_REPORTS = 10;
/** Proposals that share as many of the smaller one's reports are one topic under two names. */
const SAME_REPORTS = 0.7;
/** A publisher's keyword was chosen by somebody who knew. */
const KEYWORD_BOOST = 1.5;
/** A phrase that no lead repeats may still be what the reports are about: headlines and leads vary their words. */
const LEAD_PRIOR = 0.15;
/** A headline of which so many longer words are capitals is set in capitals throughout: they say nothing there. */
const TITLE_CASE = 0.6;
const SENTENCE_END = /[.!?…:;"“”«»()]\s*$/u;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’.](?=[\p{L}\p{N}]))*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Topics that the reports themselves suggest: phrases of headlines and publishers' keywords that recur, weighted by how many of
 * their reports repeat them in the lead, how rare their words are and how many words they have (`relevance.md`, emergent topics). Reports with one
 * headline count once: reprints are no recurrence. Languages written without spaces take part through keywords only.
 * Proposals that share most of their reports are one. Best first; deterministic.
 */
export function proposeTopics(given: ProposalReport[], options: ProposalOptions): ProposedTopic[] {
  const reports = withoutReprints(given);
  const documents = reports.map(({ headline, lead }) => ({ headline: wordsOf(headline), lead: wordsOf(lead) }));
  const rarity = rarities(documents.map(({ headline, lead }) => [...headline, ...lead]));
  const phrases = new Map<string, Phrase>();
  for (const [index, { headline, lead }] of documents.entries()) {
    const inLead = phraseKeys(lead);
    const titleCase = isTitleCase(headline);
    for (const found of phrasesOf(headline)) note(phrases, found, index, inLead, titleCase);
    for (const keyword of keywordsOf(reports[index]!)) noteKeyword(phrases, keyword, index);
  }
  for (const { lead } of documents) for (const found of phrasesOf(lead)) countCase(phrases.get(found.key), found);
  const scored: (ProposedTopic & { key: string; set: Set<number> })[] = [];
  for (const [key, phrase] of phrases) {
    const score = scoreOf(key, phrase, reports.length, rarity);
    if (score <= 0) continue;
    const name = mostFrequent(phrase.spellings)!;
    const members = [...phrase.reports].map((index) => reports[index]!);
    const language = mostFrequent(tally(members.flatMap((report) => report.language ?? []))) ?? null;
    const outlets = new Set(members.map(({ outletId }) => outletId)).size;
    scored.push({ key, set: phrase.reports, name, language, outlets, score, reports: members.map(({ id }) => id) });
  }
  scored.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const kept: typeof scored = [];
  for (const one of scored) {
    if (kept.length === options.limit) break;
    if (kept.some((other) => shareOf(one.set, other.set) >= SAME_REPORTS)) continue;
    // Last, for it looks through all topics: most phrases never come here.
    if (!options.isKnown(one.name, one.language)) kept.push(one);
  }
  return kept.map(({ name, language, reports, outlets, score }) => ({ name, language, reports, outlets, score }));
}

function withoutReprints(reports: ProposalReport[]): ProposalReport[] {
  const seen = new Set<string>();
  return reports.filter(({ headline }) => {
    const key = fold(headline)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Words of one paragraph or headline, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(end, match.index);
    const word = match[0].replace(/['’]s$/u, '');
    const first = word.slice(0, 1);
    words.push({
      text: word,
      folded: fold(word),
      capital: first !== first.toLowerCase(),
      opens: words.length === 0 || SENTENCE_END.test(between),
      joined: words.length > 0 && /^\s$/.test(between),
    });
    end = match.index + match[0].length;
  }
  return words;
}

/** Whether capitals say nothing there, since most words have one. */
export function isTitleCase(words: Word[]): boolean {
  const long = words.filter(({ text, opens }) => text.length >= LEAST_LETTERS && !opens);
  return long.length < 2 || long.filter(({ capital }) => capital).length > TITLE_CASE * long.length;
}

interface Found {
  key: string;
  words: Word[];
}

/** Runs of up to `MOST_WORDS` words that neither begin nor end with a word of grammar. */
function phrasesOf(words: Word[]): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!isContent(words[from]!)) continue;
    for (let to = from; to < Math.min(words.length, from + MOST_WORDS); to++) {
      if (to > from && !words[to]!.joined) break;
      if (!isContent(words[to]!)) continue;
      const run = words.slice(from, to + 1);
      found.push({ key: run.map(({ folded }) => folded).join(' '), words: run });
    }
  }
  return found;
}

function isContent({ text, folded }: Word): boolean {
  return text.length > 1 && !UNSPACED.test(text) && !isFunctionWord(folded) && !/^[\d.,-]+$/.test(text);
}

function phraseKeys(words: Word[]): Set<string> {
  return new Set(phrasesOf(words).map(({ key }) => key));
}

function note(phrases: Map<string, Phrase>, found: Found, report: number, inLead: Set<string>, titleCase: boolean): void {
  const phrase = phraseAt(phrases, found.key, found.words.length);
  if (!phrase.reports.has(report)) {
    phrase.reports.add(report);
    if (inLead.has(found.key)) phrase.inLead++;
    const spelling = found.words.map(({ text }) => text).join(' ');
    phrase.spellings.set(spelling, (phrase.spellings.get(spelling) ?? 0) + 1);
  }
  if (!titleCase) countCase(phrase, found);
}

/** Notes whether a phrase stands in capitals, where that says something. */
function countCase(phrase: Phrase | undefined, { words }: Found): void {
  if (phrase === undefined || words[0]!.opens) return;
  if (words.every(({ capital, folded }) => capital || isFunctionWord(folded))) phrase.capitals++;
  else phrase.smalls++;
}

function noteKeyword(phrases: Map<string, Phrase>, keyword: string, report: number): void {
  const phrase = phraseAt(phrases, fold(keyword), keyword.split(/\s+/).length);
  phrase.reports.add(report);
  phrase.asKeyword++;
  phrase.spellings.set(keyword, (phrase.spellings.get(keyword) ?? 0) + 1);
}

function keywordsOf({ keywords, section }: ProposalReport): string[] {
  const all = section === null ? keywords : [...keywords, section];
  const plain = all.map((keyword) => keyword.trim().replace(/\s+/g, ' ')).filter((keyword) => keyword.length > 1 && keyword.length <= 60);
  return [...new Map(plain.map((keyword) => [fold(keyword), keyword])).values()].filter(
    (keyword) => keyword.split(' ').length <= MOST_WORDS,
  );
}

function phraseAt(phrases: Map<string, Phrase>, key: string, words: number): Phrase {
  let phrase = phrases.get(key);
  if (phrase === undefined) {
    phrase = { words, reports: new Set(), inLead: 0, asKeyword: 0, capitals: 0, smalls: 0, spellings: new Map() };
    phrases.set(key, phrase);
  }
  return phrase;
}

function scoreOf(key: string, phrase: Phrase, total: number, rarity: ReadonlyMap<string, number>): number {
  const { size } = phrase.reports;
  if (size < LEAST_REPORTS || size > Math.max(FEW_REPORTS, MOST_SHARE * total)) return 0;
  const isName = phrase.capitals > phrase.smalls;
  const fromKeywords = phrase.asKeyword >= LEAST_REPORTS;
  if (phrase.words === 1 && !fromKeywords && size < LEAST_REPORTS_OF_WORD) return 0;
  // One word in small letters is a word, not a topic.
  if (phrase.words === 1 && !fromKeywords && (!isName || key.length < LEAST_LETTERS)) return 0;
  if (phrase.words === 1 && fromKeywords && !UNSPACED.test(key) && key.length < LEAST_LETTERS && !isName) return 0;
  // "Gulf of Aden", but not "talks on trade".
  if (!isName && key.split(' ').some(isFunctionWord)) return 0;
  const words = key.split(' ').map((word) => rarity.get(word) ?? Math.log(1 + total));
  const idf = words.reduce((sum, value) => sum + value, 0) / words.length;
  const lead = LEAD_PRIOR + (1 - LEAD_PRIOR) * (phrase.inLead / size);
  return (
    Math.log1p(size) * lead * idf * Math.sqrt(Math.min(MOST_WORDS, words.length)) * (fromKeywords ? KEYWORD_BOOST : 1) * (isName ? 1 : 0.5)
  );
}

/** ln(1 + reports / reports with the word). */
function rarities(documents: Word[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of documents)
    for (const word of new Set(words.map(({ folded }) => folded))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + documents.length / count)]));
}

function tally(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Of equals the first in the order of characters, so that the order of reports decides nothing. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0];
}

function shareOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0;
  for (const index of one) if (other.has(index)) shared++;
  return shared / Math.min(one.size, other.size);
}
