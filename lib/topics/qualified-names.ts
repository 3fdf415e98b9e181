import type { TopicKind } from '../core/topic.ts';
import * as C from '../text/characters.ts';
import { type Scan, scanText } from '../text/scan.ts';
import type { SourceEntry } from './source.ts';

/** A name as texts take it apart: "protests" where "Brazil" stands near, for "Protests in Brazil". */
export interface QualifiedForm {
  head: string;
  /** The words that must stand near, as the name has them. */
  rest: string[];
}

const MAX_NAME = 200;
const MOST_HEAD = 4;
const MOST_REST = 3;
/** Letters of the shortest word that says something, and of one that only joins others. */
const LEAST_HEAD = 4;
const LEAST_REST = 3;
const LEAST_ACRONYM = 2;
const LONGEST_PARTICLE = 3;
/** Characters of a Han name's head, and how many different ones may stand before it. */
const HAN_HEADS = [4, 2];
const LEAST_HAN_REST = 2;
const MOST_HAN_REST = 5;
/** Languages whose names end in their head: "2022 Fijian general election". */
const HEAD_LAST = new Set('en sco de nl af sv da no nb nn is fi et hu tr az kk ky uz'.split(' '));

/** The heads of an event's or a subject's name, longest first, with the words that tell it from others; none where a name has no such parts. */
export function qualifiedForms(kind: TopicKind, text: unknown, language: string): QualifiedForm[] {
  if ((kind !== 'event' && kind !== 'topic') || typeof text !== 'string' || text.length > MAX_NAME) return [];
  const scan = scanText(text);
  const { count } = scan;
  let cased = 0;
  for (let at = 0; at < count; at++) {
    if (scan.bits[at]! & C.ALONE) return hanForms(scan);
    if (scan.bits[at]! & (C.UPPER | C.LOWER | C.DIGIT)) cased++;
  }
  if (cased === 0) return count > 1 && scan.length[0]! >= LEAST_REST ? formsOf(scan, 0, 1, 1, count) : [];
  if (cased < count) return [];
  const headLast = HEAD_LAST.has(language.split('-', 1)[0]!.toLowerCase());
  let end = 1;
  while (end < count && isPlain(scan, end)) end++;
  const leads = scan.length[0]! >= LEAST_HEAD && (scan.bits[0]! & C.LOWER) !== 0;
  const forms = leads && !(headLast && scan.capital[end]) ? formsOf(scan, 0, end, end, count) : [];
  let start = count;
  while (start > 0 && isPlain(scan, start - 1)) start--;
  // "Award Such-and-such for best foreign film".
  if (start > 1 && count - start > 1 && isParticle(scan, start - 1)) forms.push(...formsOf(scan, start, count, 1, start));
  if (forms.length > 0 || !headLast) return forms;
  const whole = formsOf(scan, start, count, 0, start);
  return count - start > 1 ? [...whole, ...formsOf(scan, count - 1, count, 0, start)] : whole;
}

/** "巴西大选": what an event or an office is stands last, written together with whose it is. */
function hanForms(scan: Scan): QualifiedForm[] {
  const { count } = scan;
  for (let at = 0; at < count; at++) if (scan.length[at] !== 1 || !isHan(scan.text.charCodeAt(scan.start[at]!))) return [];
  const forms: QualifiedForm[] = [];
  for (const head of HAN_HEADS) {
    const rest = new Set<string>();
    for (let at = 0; at < count - head; at++) rest.add(scan.text.charAt(scan.start[at]!));
    if (rest.size < LEAST_HAN_REST || rest.size > MOST_HAN_REST) continue;
    forms.push({ head: scan.text.slice(scan.start[count - head], scan.end[count - 1]), rest: [...rest].sort() });
  }
  return forms;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** The form with words `[from, to)` as its head and those of the other run that name something as its rest, if both are of a fit length. */
function formsOf(scan: Scan, from: number, to: number, restFrom: number, restTo: number): QualifiedForm[] {
  if (to <= from || to - from > MOST_HEAD) return [];
  const rest = new Set<string>();
  for (let at = restFrom; at < restTo; at++) if (isTelling(scan, at)) rest.add(scan.text.slice(scan.start[at], scan.end[at]));
  if (rest.size === 0 || rest.size > MOST_REST) return [];
  return [{ head: scan.text.slice(scan.start[from], scan.end[to - 1]), rest: [...rest].sort() }];
}

/** A word with a capital, or of a script without them. */
function isTelling(scan: Scan, at: number): boolean {
  const bits = scan.bits[at]!;
  if (bits & C.DIGIT || (bits & C.LOWER && !scan.capital[at])) return false;
  const isAcronym = (bits & C.UPPER) !== 0 && !(bits & C.LOWER);
  return scan.length[at]! >= (isAcronym ? LEAST_ACRONYM : LEAST_REST);
}

/** A small word that joins others. */
function isParticle(scan: Scan, at: number): boolean {
  return !scan.capital[at] && !(scan.bits[at]! & C.DIGIT) && scan.length[at]! <= LONGEST_PARTICLE;
}

/** A small word that says something. */
function isPlain(scan: Scan, at: number): boolean {
  return !scan.capital[at] && !(scan.bits[at]! & C.DIGIT) && scan.length[at]! > LONGEST_PARTICLE;
}

/** Key of a form, the same for every name that would be taken apart so. */
export function qualifiedKey(language: string, { head, rest }: QualifiedForm): string {
  return `${language} ${head} ${rest.join(' ')}`.toLowerCase();
}

/** Forms that one entry alone has. */
export function uniqueQualifiedForms(
  entries: SourceEntry[],
  namesOf: (entry: SourceEntry) => [language: string, text: string][],
): Set<string> {
  const owners = new Map<string, string | null>();
  for (const entry of entries) {
    for (const [language, text] of namesOf(entry)) {
      for (const form of qualifiedForms(entry.kind, text, language)) {
        const key = qualifiedKey(language, form);
        owners.set(key, owners.has(key) && owners.get(key) !== entry.id ? null : entry.id);
      }
    }
  }
  return new Set([...owners].filter(([, owner]) => owner !== null).map(([key]) => key));
}
