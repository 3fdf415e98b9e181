import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocsRow } from '../../lib/cli/commands/related-rows.ts';
import { sentencesOf } from './copy-rules.ts';
import { seeded } from './seeded.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
/** Texts no related set has a part in: bodies of web articles, most of them English, and Russian news. */
const SOURCES = ['extraction/aeb/index.ndjson', 'extraction/readability/index.ndjson', 'topics/factrueval/docs.ndjson'];
const LEAST_CHARACTERS = 40;
const LEAST_SENTENCES = 2;
const MOST_SENTENCES = 14;
const HEADLINE_WORDS = 9;
/** The days of C and I, so that dates do not tell a distractor. */
const FIRST_DAY_MS = Date.UTC(2022, 5, 1);
const DAYS = 900;
const DAY_MS = 86_400_000;

/**
 * Reports composed of real sentences: 2 to 14 of them drawn from texts of one language, half of the reports with a headline, two thirds with a
 * date. About a third of a report's sentences come from one text, so that reports have a subject and stand in crowds of their own.
 */
export function composedReports(count: number): DocsRow[] {
  const random = seeded(977);
  const languages = [...Map.groupBy(readTexts(), ({ language }) => language).entries()];
  const drawn = <T>(items: T[]): T => items[Math.floor(random() * items.length)]!;
  const all = languages.flatMap(([language, texts]) => texts.map(({ sentences }) => ({ language, sentences, texts })));
  return Array.from({ length: count }, (_, i) => {
    const { language, sentences, texts } = drawn(all);
    const size = LEAST_SENTENCES + Math.floor(random() * (MOST_SENTENCES - LEAST_SENTENCES));
    const parts = Array.from({ length: size }, () => drawn(random() < 1 / 3 ? sentences : drawn(texts).sentences));
    const title = random() < 1 / 2 ? drawn(sentences).split(/\s+/).slice(0, HEADLINE_WORDS).join(' ') : '';
    const publishedAtMs = random() < 2 / 3 ? FIRST_DAY_MS + Math.floor(random() * DAYS) * DAY_MS : null;
    return { id: `composed-${i}`, title, text: parts.join(' '), publishedAtMs, language, source: null };
  });
}

function readTexts(): { language: string | null; sentences: string[] }[] {
  return SOURCES.flatMap((file) => readFileSync(`${DATA}${file}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line))
    .filter(({ text }) => typeof text === 'string')
    .map(({ text, language }) => ({
      language: (language ?? 'en').split('-')[0],
      sentences: sentencesOf(text)
        .map((sentence) => sentence.trim())
        .filter(({ length }) => length >= LEAST_CHARACTERS),
    }))
    .filter(({ sentences }) => sentences.length > 0);
}
