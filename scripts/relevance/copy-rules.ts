/**
 * How near copies are made of a real text. Each rule is what outlets do to an agency's report; all draw from `random`, so that every run makes the
 * same. `others` are texts that lend headlines, words and paragraphs of an outlet's own.
 */
export interface SourceText {
  id: string;
  title: string;
  text: string;
}

type Rule = (source: SourceText, others: SourceText[], random: () => number) => SourceText;

const AGENCIES = ['Reuters', 'AP', 'AFP', 'dpa', 'PA', 'Xinhua', 'ANSA', 'EFE', 'Интерфакс', 'Укринформ', 'PAP'];
const CITIES = ['LONDON', 'BERLIN', 'WASHINGTON', 'KYIV', 'TOKYO', 'CAIRO', 'LIMA', 'МОСКВА', 'WARSZAWA'];
const LEAST_KEPT = 0.4;
const MOST_KEPT = 0.9;

/** Rules by name, as the table prints them. */
export const COPY_RULES: Record<string, Rule> = {
  /** The first 40 to 90 % of the sentences, as where a column is full. */
  cut: (source, _others, random) => ({ ...source, text: firstSentences(source.text, random) }),
  /** A place, a day and an agency in front, who wrote and edited it behind. */
  agency: (source, others, random) => ({ ...source, text: agencyLines(source.text, others, random) }),
  /** Another report's headline. */
  headline: (source, others, random) => ({ ...source, title: headlineOf(pick(others, random)) }),
  /** One sentence in six left out, one word in twenty another, two neighbouring sentences exchanged. */
  edited: (source, others, random) => ({ ...source, text: edited(source.text, others, random) }),
  /** A paragraph of the outlet's own behind, a sixth to a half as long as the report. */
  framed: (source, others, random) => ({ ...source, text: `${source.text}\n\n${borrowed(source.text, others, random)}` }),
  /** Cut, agency lines and another headline together. */
  together: (source, others, random) => ({
    ...source,
    title: headlineOf(pick(others, random)),
    text: agencyLines(firstSentences(source.text, random), others, random),
  }),
};

/** Sentences with their spaces; where a text has none of its own marks it is one. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^.!?。！？]+(?:[.!?。！？]+["”»’)\]]*\s*|$)/gu) ?? [text];
}

function firstSentences(text: string, random: () => number): string {
  const sentences = sentencesOf(text);
  const share = LEAST_KEPT + random() * (MOST_KEPT - LEAST_KEPT);
  return sentences.slice(0, Math.max(1, Math.ceil(sentences.length * share))).join('');
}

function agencyLines(text: string, others: SourceText[], random: () => number): string {
  const agency = pick(AGENCIES, random);
  const writers = words(pick(others, random).text).slice(0, 2).join(' ');
  return `${pick(CITIES, random)}, ${1 + Math.floor(random() * 28)} (${agency}) — ${text}\n\n(Reporting by ${writers}; editing by the ${agency} desk)`;
}

function headlineOf({ title, text }: SourceText): string {
  return title === '' ? words(text).slice(0, 9).join(' ') : title;
}

function edited(text: string, others: SourceText[], random: () => number): string {
  const sentences = sentencesOf(text);
  const kept = sentences.length < 3 ? sentences : sentences.filter(() => random() >= 1 / 6);
  const at = Math.floor(random() * (kept.length - 1));
  if (kept.length > 3) [kept[at], kept[at + 1]] = [kept[at + 1]!, kept[at]!];
  const foreign = words(pick(others, random).text);
  return kept.join('').replace(/[\p{L}\p{M}]{3,}/gu, (word) => (random() < 1 / 20 ? pick(foreign, random) : word));
}

function borrowed(text: string, others: SourceText[], random: () => number): string {
  const length = text.length * (1 / 6 + random() / 3);
  return pick(others, random).text.slice(0, length);
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? ['report'];
}

function pick<T>(items: T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}
