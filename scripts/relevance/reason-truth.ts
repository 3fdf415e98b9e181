import type { Report } from '../../lib/cli/commands/related-batch.ts';
import { ENGLISH } from '../../lib/cli/english.ts';
import type { Reason } from '../../lib/core/coverage.ts';
import { shownRows } from '../../lib/ranking/rows.ts';
import { fold } from '../../lib/text/fold.ts';
import { tokenise } from '../../lib/text/tokenise.ts';
import type { DevelopmentSet } from './development-sets.ts';
import { pageWorlds } from './worlds.ts';

/** A reason that was shown for two real texts, and what is false in it. */
export interface CheckedReason {
  page: Report;
  report: Report;
  group: string;
  reason: Reason;
  faults: string[];
}

const MOST = 120;
const DAY_MS = 86_400_000;
const CLAIM = /(?:both headlines name|both are about|both name) (.+?)(?: and use “.*|, and further names or numbers match)?$/i;
const UNIT_DAYS: Record<string, number> = { day: 1, week: 7, month: 30.44, year: 365.25 };

/** Every reason that the pages of a set are shown (every so-many-th page), each checked against the two texts themselves. */
export function* checkedReasons(set: DevelopmentSet, every = 1): Generator<CheckedReason> {
  for (const { page: id, query, rows, relevantHeld } of pageWorlds(set, [], ['full'], every)) {
    if (relevantHeld === 0) continue;
    const page = set.byId.get(id)!;
    for (const { head, group, reason } of shownRows(query, rows, ENGLISH)) {
      const report = set.byId.get(head.document.id)!;
      yield { page, report, group, reason, faults: faultsOf(reason, page, report, query.publishedAtMs) };
    }
  }
}

/** What a reason says that is not so: names that one text lacks, words that one lacks, wrong times, too many characters. */
export function faultsOf(reason: Reason, page: Report, report: Report, pageMs: number | null): string[] {
  const { text } = reason;
  return [
    ...(text.length > MOST ? [`${text.length} characters`] : []),
    ...[...text.matchAll(/“([^”]+)”/g)].flatMap(([, word]) => missingIn(word!, page, report)),
    ...reason.terms.flatMap((word) => missingIn(word, page, report)),
    ...wrongNames(reason, page, report),
    ...wrongTime(reason, pageMs, report.row.publishedAtMs),
  ];
}

function missingIn(word: string, ...texts: Report[]): string[] {
  return texts.filter(({ row }) => !stands(fold(word), `${row.title}\n${row.text}`)).map(({ row }) => `“${word}” is not in ${row.id}`);
}

/** As a word; in scripts without spaces anywhere. */
function stands(word: string, text: string): boolean {
  return tokenise(word).length === 1 ? tokenise(text).includes(word) : fold(text).includes(word);
}

function wrongNames(reason: Reason, page: Report, report: Report): string[] {
  const claim = reason.text.replace(/^Same event: /, '').replace(/(?:; [^;]+)?\.$/, '');
  const named = CLAIM.exec(claim)?.[1];
  const shown = named === undefined ? [] : labelled(named, reason.topics);
  if (shown === null) return [`“${named}” are no shared topics`];
  const inHeadlines = /both headlines name/i.test(claim);
  const about = /both are about/i.test(claim);
  return [...shown.map((topic) => ({ ...topic, said: true })), ...reason.topics.map((topic) => ({ ...topic, said: false }))].flatMap(
    ({ id, label, inBothHeadlines, said }) =>
      [page, report].flatMap((side) => {
        const topic = side.topics.find((other) => other.id === id);
        if (
          topic === undefined ||
          !topic.mentions.every((mention) => side.zones.parts[mention.part]?.text.slice(mention.start, mention.end) === mention.surface)
        )
          return [`${label} is not named in ${side.row.id}`];
        if (topic.mentions.length === 0) return [`${label} has no place in ${side.row.id}`];
        const headline = topic.mentions.some(({ zone }) => zone === 'title');
        if ((inBothHeadlines || (said && inHeadlines)) && !headline) return [`${label} is not in the headline of ${side.row.id}`];
        return said && about && !topic.main && topic.salience < 0.5 ? [`${side.row.id} is not about ${label}`] : [];
      }),
  );
}

/** The topics a claim lists: one, or two joined; null where the words are not theirs. */
function labelled(named: string, topics: Reason['topics']): Reason['topics'] | null {
  for (const one of topics) {
    if (one.label === named) return [one];
    const other = topics.find(({ label }) => ENGLISH.list([one.label, label]) === named);
    if (other) return [one, other];
  }
  return null;
}

function wrongTime({ text, days }: Reason, pageMs: number | null, reportMs: number | null): string[] {
  if (pageMs === null || reportMs === null)
    return days !== null || /earlier|later|same day/.test(text) ? [`a time where a date is unknown: ${text}`] : [];
  const between = Math.round(
    (Date.parse(new Date(reportMs).toISOString().slice(0, 10)) - Date.parse(new Date(pageMs).toISOString().slice(0, 10))) / DAY_MS,
  );
  const said = /; (?:the (same day)|(\d+) (day|week|month|year)s? (earlier|later))\.$/.exec(text);
  if (days !== between || said === null) return [`${between} days apart: ${text}`];
  if (said[1] !== undefined) return between === 0 ? [] : [`${between} days apart: ${text}`];
  const least = Number(said[2]) * UNIT_DAYS[said[3]!]!;
  const right =
    Math.abs(between) >= least - 0.5 && Math.abs(between) < least + UNIT_DAYS[said[3]!]! && between < 0 === (said[4] === 'earlier');
  return right ? [] : [`${between} days apart: ${text}`];
}
