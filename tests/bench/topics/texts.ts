import { existsSync, readFileSync } from 'node:fs';
import type { ZonedText } from '../../../lib/core/topic.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';
import { zonesOfText } from '../../../lib/topics/zones.ts';
import { createCorpus, randomSource } from '../corpus.ts';

/** A page to look for topics on. */
export interface BenchPage {
  /** What it was composed from: a language of a development set, or our own syllables. */
  name: string;
  text: ZonedText;
}

/** What the measurement works on. */
export interface TopicWorkload {
  pages: BenchPage[];
  /** Topics with `aliases` names in all. */
  entries: SourceEntry[];
  aliases: number;
  /** In words, for the reader of the figures. */
  source: string;
}

interface Row {
  text: string;
  language?: string;
  mentions?: { title?: string; type?: string; norm?: { name?: string[]; lastname?: string[]; firstname?: string[] } }[];
}

const DATA = new URL('../../../../shared/data/topics/', import.meta.url);
const SETS = { itn: new URL('itn/docs.ndjson', DATA), factrueval: new URL('factrueval/docs.ndjson', DATA) };
const CEP = new URL('cep-relations-2022-2024/docs.ndjson', DATA);
const PAGE_WORDS = 5000;
/** Han has no spaces between words: a page of about as many words. */
const PAGE_HAN = 8000;
const ALIASES = 10_000;

/** Pages of 5,000 words and 10,000 names from the development sets; from our own syllables where these are absent. */
export function topicWorkload(): TopicWorkload {
  if (!Object.values(SETS).every((file) => existsSync(file)) || !existsSync(CEP)) {
    const source = '../shared/data/topics is absent: pages and names are composed of our own syllables';
    return { pages: [composedPage()], ...filled([]), source };
  }
  const [itn, factrueval, cep] = [read(SETS.itn), read(SETS.factrueval), read(CEP)];
  const of = (language: string) => itn.filter((row) => row.language === language).map(({ text }) => text);
  const pages = [
    page(
      'en',
      'en',
      interleave(
        of('en'),
        cep.map(({ text }) => text),
      ),
    ),
    page(
      'ru',
      'ru',
      factrueval.map(({ text }) => text),
    ),
    page('uk', 'uk', of('uk')),
    page('fr', 'fr', of('fr')),
    page('zh', 'zh', of('zh')),
  ];
  const source =
    'pages: en of itn and cep-relations, ru of factrueval, uk, fr and zh of itn; names: page titles of itn, normal forms of factrueval';
  return { pages, ...filled([...itn, ...factrueval]), source };
}

function read(file: URL): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

function interleave(a: string[], b: string[]): string[] {
  return a.flatMap((text, i) => (b[i] === undefined ? [text] : [text, b[i]]));
}

/** Texts one after the other, over again where they do not suffice, as paragraphs of one page. */
function page(name: string, language: string, texts: string[]): BenchPage {
  const paragraphs: string[] = [];
  const most = language === 'zh' ? PAGE_HAN : PAGE_WORDS;
  for (let i = 0, size = 0; size < most; i++) {
    const text = texts[i % texts.length]!.trim();
    paragraphs.push(text);
    size += language === 'zh' ? text.length : text.split(/\s+/).length;
  }
  return { name, text: { language, parts: zonesOfText(paragraphs.join('\n\n'), null).parts } };
}

function namesOf(rows: Row[]): [string, string][] {
  const names = new Map<string, string>();
  for (const { mentions = [], language = 'und' } of rows) {
    for (const { title, norm } of mentions) {
      const forms = title === undefined ? [...(norm?.name ?? []), ...(norm?.lastname ?? [])] : [title.replace(/ \([^)]*\)$/, '')];
      for (const form of forms) if (form.trim() !== '') names.set(form, language);
    }
  }
  return [...names];
}

function filled(rows: Row[]): { entries: SourceEntry[]; aliases: number } {
  const entries: SourceEntry[] = namesOf(rows)
    .slice(0, ALIASES)
    .map(([name, language], i) => ({ id: `t${i}`, kind: 'topic', names: { [language]: [name] } }));
  const corpus = createCorpus();
  for (let i = 0; entries.length < ALIASES; i++) {
    const [first, second] = corpus(i).title.split(' ').map(capitalised);
    entries.push({ id: `c${i}`, kind: 'person', names: { en: [`${first} ${second}`] } });
  }
  return { entries, aliases: entries.length };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** One word in eight has a capital, as in English news. */
function composedPage(): BenchPage {
  const corpus = createCorpus();
  const random = randomSource(5);
  const paragraphs = Array.from(
    { length: PAGE_WORDS / 50 },
    (_, i) =>
      `${corpus(i)
        .body.split(' ', 50)
        .map((word, k) => (k === 0 || random() < 1 / 8 ? capitalised(word) : word))
        .join(' ')}.`,
  );
  return { name: 'composed', text: { language: 'en', parts: zonesOfText(paragraphs.join('\n\n'), null).parts } };
}
