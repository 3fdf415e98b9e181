import type { DetectedTopic, ZonedText } from '../core/topic.ts';
import type { EvidencePhrase } from '../messaging/protocol.ts';

const AROUND = 60;
const MAX_PHRASES = 8;

/** Cuts out, per topic, where a page names it, with up to 60 characters of text on each side; at most 8 phrases a topic. */
export function pageEvidence(text: ZonedText, topics: DetectedTopic[]): Record<string, EvidencePhrase[]> {
  return Object.fromEntries(
    topics.map((topic) => [topic.id, topic.mentions.slice(0, MAX_PHRASES).flatMap((mention) => phraseOf(text, mention))]),
  );
}

function phraseOf(text: ZonedText, mention: DetectedTopic['mentions'][number]): EvidencePhrase[] {
  const part = text.parts[mention.part]?.text;
  if (part === undefined) return [];
  const { zone, method, start, end } = mention;
  const from = start <= AROUND ? 0 : nextWord(part, start - AROUND, start);
  const to = end + AROUND >= part.length ? part.length : previousWord(part, end + AROUND, end);
  return [{ zone, method, before: part.slice(from, start), surface: part.slice(start, end), after: part.slice(end, to) }];
}

function nextWord(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space >= limit ? from : space + 1;
}

function previousWord(text: string, from: number, limit: number): number {
  const space = text.lastIndexOf(' ', from);
  return space <= limit ? from : space;
}
