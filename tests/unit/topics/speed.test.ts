import { describe, expect, it } from 'vitest';
import { NOT_FOLDED, scanText } from '../../../lib/text/scan.ts';
import { contextOf, languagesOf } from '../../../lib/topics/context.ts';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { longestAt } from '../../../lib/topics/match.ts';
import { nextCandidate } from '../../../lib/topics/opening.ts';
import { LEAST_RESEMBLING } from '../../../lib/topics/resemblance.ts';
import { createCorpus } from '../../bench/corpus.ts';

// Counts and ratios, not times: what they bound does not depend on how busy the machine is.
const corpus = createCorpus();
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const NAMES = Array.from({ length: 10_000 }, (_, i) => corpus(i).title.split(' ', 2).map(capitalised).join(' '));
const PAGE = Array.from(
  { length: 100 },
  (_, i) =>
    `${NAMES[97 * i]} ${corpus(20_000 + i)
      .body.split(' ', 48)
      .join(' ')}.`,
);
const bytes = buildGazetteer(NAMES.map((name, i) => ({ id: `t${i}`, kind: 'person', names: { en: [name] } })));

function gazetteer() {
  const opened = openGazetteer([bytes], { packaged: 1 });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function best(runs: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    work();
    least = Math.min(least, performance.now() - startMs);
  }
  return least;
}

describe('the cost of looking for ten thousand names on a page of 5,000 words', () => {
  it('folds few of the words that begin no name', () => {
    const known = gazetteer();
    const languages = languagesOf(known, 'en');
    let [words, folded, found] = [0, 0, 0];
    for (const paragraph of PAGE) {
      const scan = scanText(paragraph);
      const context = contextOf(scan, known, languages);
      for (let at = nextCandidate(scan, 0, context, LEAST_RESEMBLING); at < scan.count; ) {
        const matches = longestAt(scan, at, context);
        found += matches.length;
        at = nextCandidate(scan, matches[0]?.to ?? at + 1, context, LEAST_RESEMBLING);
      }
      words += scan.count;
      for (let at = 0; at < scan.count; at++) if (scan.from[at] !== NOT_FOLDED) folded++;
    }
    expect(found).toBeGreaterThanOrEqual(PAGE.length);
    expect(folded).toBeLessThan(0.1 * words);
  });

  it('stays within a hundred passes over its characters', () => {
    const known = gazetteer();
    const text = { language: 'en', parts: PAGE.map((paragraph) => ({ zone: 'body' as const, text: paragraph })) };
    let sum = 0;
    const pass = best(40, () => {
      for (const paragraph of PAGE) for (let i = 0; i < paragraph.length; i++) sum ^= paragraph.charCodeAt(i);
    });
    const detect = best(40, () => detectTopics(text, known));
    expect(Number.isInteger(sum)).toBe(true);
    expect(detect / pass).toBeLessThan(100);
  }, 30_000);

  it('opens a layer without looking at its names', () => {
    const pass = best(20, () => bytes.reduce((sum, byte) => sum ^ byte, 0));
    expect(best(20, gazetteer)).toBeLessThan(pass);
  });
});
