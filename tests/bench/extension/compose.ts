import type { Article } from '../../../lib/core/article.ts';
import type { Reporter } from '../../../lib/core/reporter.ts';

const REPORTERS = 500;
const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi wo zu bra clo dre fli gro plu ste tra'.split(' ');
const COUNTRIES = ['Russia', 'China', 'Ukraine', 'Poland', 'Germany', 'France', 'Japan', 'India', 'Brazil', 'Kenya', 'Turkey', 'Canada'];
const NAMES = ['Oreshnik', 'Votkinsk', 'Dnipro', 'Lviv', 'NATO', 'TASS', 'Gazprom', 'Hezbollah', 'OPEC', 'Kyiv'];
const VOCABULARY = 60_000;
const WORDS_A_REPORT = 220;
const DAY_MS = 86_400_000;
const NEWEST_MS = Date.UTC(2026, 0, 29);

/** Composed report number `n`: always the same text, words by Zipf's law, now and then a country or a name. Nothing of it is anybody's. */
export function composeArticle(n: number): Article {
  const random = generator(n + 1);
  const words = (count: number): string => {
    const text: string[] = [];
    for (let i = 0; i < count; i++)
      text.push(random() < 0.02 ? pick(COUNTRIES, random) : random() < 0.01 ? pick(NAMES, random) : word(random));
    return text.join(' ');
  };
  const headline = `${words(9)}`;
  const publishedAtMs = NEWEST_MS - Math.floor(random() * 700) * DAY_MS;
  return {
    id: `composed:${n}`,
    url: `https://composed.example/${n}`,
    headline: headline.charAt(0).toUpperCase() + headline.slice(1),
    description: null,
    text: Array.from({ length: 4 }, () => `${words(WORDS_A_REPORT / 4)}.`).join('\n\n'),
    language: 'en',
    datePublished: new Date(publishedAtMs).toISOString().slice(0, 10),
    dateModified: null,
    publishedAtMs,
    outletId: `composed-outlet:${n % 40}`,
    authors: [{ name: `Composed Reporter ${n % REPORTERS}`, reporterId: `composed-reporter:${n % REPORTERS}` }],
    section: null,
    keywords: [],
    sample: true,
    provenance: { kind: 'import', source: 'bench', licence: null, addedAtMs: publishedAtMs },
  };
}

/** The reporters whom the articles name. */
export function composeReporters(): Reporter[] {
  return Array.from({ length: REPORTERS }, (_, n) => ({
    id: `composed-reporter:${n}`,
    name: `Composed Reporter ${n}`,
    alternateNames: [],
    jobTitle: 'Reporter',
    outletId: `composed-outlet:${n % 40}`,
    bio: `Reports for Composed Outlet ${n % 40}.`,
    bioSource: 'bench',
    languages: ['en'],
    sameAs: [],
    sample: true,
    provenance: { kind: 'import', source: 'bench', licence: null, addedAtMs: 0 },
  }));
}

/** A word of rank drawn by Zipf's law, spelt out of syllables. */
function word(random: () => number): string {
  let rank = Math.floor(VOCABULARY ** random()) + 1;
  let text = '';
  while (rank > 0) {
    text += SYLLABLES[rank % SYLLABLES.length];
    rank = Math.floor(rank / SYLLABLES.length);
  }
  return text;
}

function pick(list: string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] as string;
}

/** Mulberry32: 0 ≤ x < 1 from a 32-bit seed. Source: T. Ettinger, public domain. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
