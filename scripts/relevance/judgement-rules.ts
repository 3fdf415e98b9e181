import type { LabelledRow, SetName } from './development-sets.ts';

/** Words of headings that many subjects share: kinds of events, bodies and regions of the world. */
const GENERIC = new Set(
  `War Battle Crisis United States European Union National Nations Security Council Summer Winter World Court International Supreme
  State Minister Prime President Presidential Cup Attacks Bombing Attack First Second North South West East Northern Southern Eastern
  Western Central New Republic Party Killing Death Assassination Shooting Foreign Relations Opinion Timeline General Human Civil Military
  Army People House Capital LGBT Olympics Committee Operation`.split(/\s+/),
);
const NAME = /\p{Lu}[\p{L}]{2,}/gu;

type Rule = (page: string, report: string) => boolean;

/**
 * When a report that the set does not call relevant is not called wrong either. C files one war under many headings ("Bombing of Kherson",
 * "Southern Ukraine campaign"), I one sentence under every subject it names: of the rows shown that the labels call wrong, 16 of 30 of C
 * and 24 of 24 of I told of the page's event, read by us. So left unjudged are, in C, headings that stand together over some report or share a
 * name; in I, subjects that share a sentence word for word. What is left is still not all wrong, and what is left out not all right.
 */
export function judgementRules(
  name: SetName,
  rows: ReadonlyMap<string, LabelledRow>,
  judged: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Rule {
  if (name === 'cep-2023-2024') return headingsMeet(rows);
  if (name === 'itn-crosslingual') return subjectsShareSentences(rows, judged);
  return () => false;
}

function headingsMeet(rows: ReadonlyMap<string, LabelledRow>): Rule {
  const headings = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  const together = new Map<string, Set<string>>();
  for (const { id, labels = [] } of rows.values()) {
    const own = new Set(labels.flatMap((label) => label.split(', ')));
    headings.set(id, own);
    names.set(id, new Set([...own].flatMap((heading) => heading.match(NAME) ?? []).filter((word) => !GENERIC.has(word))));
    for (const heading of own) together.set(heading, (together.get(heading) ?? new Set()).union(own));
  }
  return (page, report) =>
    !names.get(page)!.isDisjointFrom(names.get(report)!) ||
    [...headings.get(page)!].some((heading) => !together.get(heading)!.isDisjointFrom(headings.get(report)!));
}

function subjectsShareSentences(rows: ReadonlyMap<string, LabelledRow>, judged: ReadonlyMap<string, ReadonlyMap<string, number>>): Rule {
  const subjects = Map.groupBy(rows.values(), ({ text }) => text.trim());
  const aliases = new Map<string, Set<string>>();
  for (const same of subjects.values()) {
    const clusters = new Set(same.map(({ cluster }) => cluster));
    for (const cluster of clusters) aliases.set(cluster, (aliases.get(cluster) ?? new Set()).union(clusters));
  }
  const text = (id: string) => rows.get(id)!.text.trim();
  return (page, report) =>
    aliases.get(rows.get(page)!.cluster)!.has(rows.get(report)!.cluster) ||
    [...(judged.get(page) ?? [])].some(([id, grade]) => grade > 0 && text(id) === text(report));
}
