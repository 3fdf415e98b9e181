import type { Mention, ZonedText } from '../core/topic.ts';

/** Where the parts of a text lie in it: what salience is measured by. */
export interface Places {
  /** Characters before each part. */
  starts: number[];
  total: number;
  /** Index of the second paragraph's part, -1 where there is none. */
  second: number;
  /** Without a headline the text's own words must say what it is about. */
  untitled: boolean;
}

/** Weights of the logistic model; what they were chosen on stands in docs/ranking-topics.md. */
const WEIGHTS = { bias: -2.9, title: 1.83, lead: 1.03, second: 0.31, spread: 1.8, early: 1.72, count: 0.35, untitled: 0.5 };

/** From here the text counts as being about a topic. */
export const MAIN_FROM = 0.5;

/** Measures a text once for all its topics. */
export function placesOf(text: ZonedText): Places {
  const starts: number[] = [];
  let total = 0;
  let second = -1;
  let lead = -1;
  let untitled = true;
  for (const [p, part] of text.parts.entries()) {
    starts.push(total);
    total += part.text.length;
    if (part.zone === 'title') untitled = false;
    if (part.zone === 'lead') lead = p;
    else if (part.zone === 'body' && lead >= 0 && second < 0) second = p;
  }
  return { starts, total: Math.max(total, 1), second, untitled };
}

/** How likely a reader would say that the text is about what is mentioned there, 0..1. Needs one mention at least. */
export function salienceOf(places: Places, mentions: Mention[]): number {
  let first = places.total;
  let last = 0;
  let title = 0;
  let lead = 0;
  let second = 0;
  for (let i = 0; i < mentions.length; i++) {
    const { part, start, zone } = mentions[i]!;
    const at = places.starts[part]! + start;
    if (at < first) first = at;
    if (at > last) last = at;
    if (zone === 'title') title = 1;
    else if (zone === 'lead') lead = 1;
    if (part === places.second) second = 1;
  }
  const { bias, title: inTitle, lead: inLead, second: inSecond, spread, early, count, untitled } = WEIGHTS;
  const sum =
    bias +
    (places.untitled ? untitled : 0) +
    inTitle * title +
    inLead * lead +
    inSecond * second +
    (spread * Math.max(0, last - first)) / places.total +
    early * (1 - first / places.total) +
    count * Math.log(mentions.length);
  return 1 / (1 + Math.exp(-sum));
}
