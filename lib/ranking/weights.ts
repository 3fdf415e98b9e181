/**
 * Every weight by which reports are ordered, shown and labelled, what it trades, and the set it was chosen on (docs/ranking.md has the figures;
 * `npm run eval -- weights` prints what each changes). Sets: E = ecbplus, C = cep-2023-2024, I = itn-crosslingual; T = our own tests on tiny
 * indexes. Weights of a report's fields are in index/vector.ts, since they are stored with the index; what reasons quote and what is proposed
 * as a topic goes by bounds beside their code, which order nothing.
 */

/** How much a term tells before and after counting (idf.ts). More prior reports: tiny indexes trust the prior longer. (T, C) */
export const IDF = {
  priorReports: 20,
  functionWordShare: 0.5,
  /** Expected share of reports by length of the word in letters, 0 to 6 and more: short words are mostly grammar. (T) */
  shareByLength: [0.5, 0.3, 0.1, 0.03, 0.01, 0.006, 0.004],
};

/** Comparing words. */
export const WORDS = {
  /** Words seen capitalised on the page count this much more: names carry the event. Above 2, E falls. (C +.03, E +.003) */
  nameBoost: 1.7,
  /** Exponent of the report's length in the cosine: below 1 favours longer reports, which hold more of the event. (C +.008, E 0) */
  lengthExponent: 0.75,
  /** Length of an ordinary report's vector, so that scores stay cosine-like whatever the exponent. Lower: C +.004, I −.002; higher: I +.005, C 0. (C) */
  ordinaryLength: 20,
  /** Words of the page that are compared, strongest first: more costs time and gains little. (E) */
  pageWords: 160,
  /** Distinct words of the page at which brevity is one half. (C against E) */
  briefBelow: 60,
};

/** Terms the index is asked for (query-terms.ts). */
export const QUERY = {
  words: 60,
  /** Beside the words; a page names few topics that matter. */
  topics: 20,
  /** A main topic weighs as much as this many words of idf 5: with tiny indexes topics must find the report alone. (T) */
  topicFactor: 3,
};

/** How much sharing a topic says, by kind: half the world's reports name the same few countries. (T, C) */
export const TOPIC = {
  byKind: { country: 0.5, relation: 0.6, place: 0.8, organisation: 0.8, person: 1, product: 1, event: 1, topic: 1 },
  /** A topic mentioned in passing on either side keeps this share of its weight. Higher: I +.008, C −.017. (C) */
  passing: 0.35,
  /** Both headlines name it. A quarter more or less moves no set by .001: it is there for tiny indexes, where little else is. (T) */
  headlineBoost: 1.5,
  /** A topic counts as rare until this many reports say otherwise, so that one topic can carry a match on a tiny index. (T) */
  priorReports: 200,
  expectedShare: 0.004,
  /** Size of the index at which its own counts are half believed. (T, demo pack) */
  believedFrom: 500,
  /** Subtracted from idf: what one report in seven names says nothing. Lower: C shows whole wars for one battle. (C, T) */
  floor: 2,
  /** Σ at which the overlap reaches one half. Lower: I +.017, C −.019. (C) */
  half: 3,
};

/** Script-free names (names/): used between languages only, where words cannot match. */
export const NAMES = {
  /** By number of consonants in a skeleton: three say little. (I) */
  bySkeletonLength: [0, 0, 0, 0.5, 0.8, 1, 1],
  /** A key of a spelling, and of a number, beside the longest skeleton's 1. Higher: I +.002 and 0, without dates +.017 and +.008, by chance likeness. (I) */
  spelling: 0.8,
  number: 0.6,
  /** Σ at which the overlap reaches one half. Lower: chance likeness counts more. (I) */
  half: 12,
  /** Subtracted from each key's idf, so that common sounds say nothing. (I) */
  floor: 1,
  /** A key says no more than this, however rare: in a large index chance keys are rare too. (E, C and I in one index) */
  most: 6,
  /** Subtracted from Σ: one likeness alone is chance. (E, C and I in one index) */
  chance: 8,
  /** Added to the number of a report's names: one shared name out of one is no proof. (E) */
  fewNames: 3,
  /** Keys of two short items; texts with more need more alike. (E, C and I in one index) */
  ordinaryKeys: 10,
};

/** What adds up to the rank. */
export const RANK = {
  /** Topic overlap between reports of one language, times brevity: on long pages words say it better. (C +.03; E −.003 without brevity) */
  topics: 0.5,
  /** Between languages: topics and names carry the match. (I) */
  crossTopics: 0.7,
  crossNames: 1,
  /** Words of grammar do not count here, so that what is left is names and cognates. Higher: I without dates +.009, the mixed index E −.002, C −.003. (I) */
  crossWords: 1.3,
  /** Nearness in time multiplies what is shared, so that a date alone is no reason. Slow part over a month, fast part over days. (C) */
  slowDate: 1,
  fastDate: 0.5,
  /** Between languages a date also counts by itself: the wording hides what is shared. Held small against names. (I) */
  crossDate: 0.2,
  crossFastDate: 0.35,
  /** What a report is nearer to its own neighbours than to the three best rows, on long pages: parts look-alike events. (E +.014, C +.002) */
  company: 1.5,
};

/** Decay of the date parts in days (relevance.md, section 9). Slow: C falls by .01 either way. Fast: shorter takes .016 from I, longer gives .006. (C, I) */
export const DECAY = { slowDays: 30, fastDays: 3 };

/** Repeated outlet: each earlier row of the same outlet costs this factor. The sets name no outlets: by relevance.md alone. */
export const SAME_OUTLET = 0.9;

/** MinHash containment from which two texts are copies: P 97.7, R 96.8 in the prototype. (relevance.md) */
export const COPY_FROM = 0.6;

/**
 * Origins (independence.ts). From `sharesFrom` two texts share too much to count as independent: of pairs of one event that share under 5 % of
 * their runs of eight words 5 in 1,000 reach it, of those that share 15 % and more 9 in 10 (E). Below `leastShingles` runs of three words a text
 * is an announcement: that it differs from others says nothing of the report behind it. Lower counts more reports, and more wrongly.
 */
export const ORIGINS = { sharesFrom: 0.3, leastShingles: 100 };

/** Size of the index at which the calibration believes half of what its counts say. (all sets, cut to 10 and 100 reports) */
export const COUNTED_HALF = 300;

/**
 * Rows looked at together: the `rows` best, a third more than are shown; their `nearest`-th neighbour (the first is often a copy); the mean of the
 * `best`. `floor` is a cosine of no account, so that two small ones do not make a large ratio. (E)
 */
export const COMPANY = { rows: 40, nearest: 3, best: 3, floor: 0.05 };

/**
 * Calibration to 0..1 (calibrate.ts), fitted by `npm run eval -- --fit` on E, C and I together; docs/ranking.md has the test across sets. Roots,
 * because the first shared words say most. `counted` lowers the level as the index grows, `undated` stands in for an ordinary
 * nearness, `apart` asks whether the row is nearer to the page than to its own neighbours. By hand: `near` and `fast` of `cross`
 * (I holds few events a day: as fitted, 3.8 and 1.5, any report of the day about the same country would show), and `brevity` of
 * `held` (nearer to 0: C recalls .22 in place of .16 at a precision of .38 in place of .50).
 */
export const CALIBRATION = {
  same: {
    bias: -6.87,
    wordsRoot: 7.83,
    namedRoot: 6.37,
    topics: 2.78,
    near: 1.23,
    undated: 1,
    namesHeld: 2.15,
    counted: -2.2,
    apart: 0.63,
  },
  cross: { bias: -2.59, words: 8.62, namesRoot: 7.29, specificRoot: 3.99, undated: 1, counted: -3.1, near: 2.6, fast: 1 },
  held: { bias: 2.13, alone: 0.91, toBest: 4.82, toThird: -3.64, brevity: -3.3 },
};

/** A page shows related reports where one of them, by itself, is this likely. Higher: more silence where the subject is not held. (E) */
export const SUBJECT_HELD_FROM = 0.57;

/** Of such a page, every report this likely is shown and counted on the badge. Lower: more recall, less precision. (E) */
export const SHOW_FROM = 0.32;

/** A report in another language is shown from here on; company says nothing of it. (I) */
export const SHOW_OTHER_LANGUAGE_FROM = 0.5;

/** Same event: from this score on and within so many days; where a date is unknown, from a higher score. (P .99 on E, .88 by C's labels) */
export const SAME_EVENT = { from: 0.8, days: 7, fromWithoutDates: 0.9 };
