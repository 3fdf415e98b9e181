import type { Mention, MentionMethod, TopicKind, ZonedText } from '../core/topic.ts';
import { GAP_HARD, type Scan, scanText } from '../text/scan.ts';
import { contextOf, languagesOf } from './context.ts';
import { bearerOf, hasObject, isHungarianSurname, isItalianVerb, startsPrice } from './country-gates.ts';
import type { CountryMention } from './country-mention.ts';
import { isUninformative, type MatchContext } from './gates.ts';
import { type Gazetteer, topicId } from './gazetteer.ts';
import { type Follower, followerAt, type GivenNames, givenNames, rememberGiven } from './in-text.ts';
import type { Layer } from './layer.ts';
import { FLAG_BORNE, FLAG_COMMON_WORD, KINDS, ROLE_MASK, ROLES } from './layer-format.ts';
import { longestAt, type Match } from './match.ts';
import { nestedIn } from './nested.ts';
import { FOLLOWER_OPENINGS, nextCandidate } from './opening.ts';
import { LEAST_RESEMBLING, resembling } from './resemblance.ts';
import { ofOwnLanguage, onceEach } from './shared-names.ts';
import { bracketedSpelling } from './twin-spellings.ts';

/** A topic while its mentions are gathered. */
export interface Finding {
  id: string;
  /** Where a layer has it. */
  layer: Layer;
  topic: number;
  kind: TopicKind;
  mentions: Mention[];
  /** Mentions that prove the topic; the others count only beside these. */
  sure: number;
  /** Mentions by name, not through a typing error. */
  named: number;
  /** Mentions by a name that no other topic has. */
  alone: number;
  /** Mentions of a country by names that people bear, and by those nobody bears. */
  bare: number;
  firm: number;
  /** Such a name was a person's: first of all below the headline, or anywhere. */
  personFirst: boolean;
  person: boolean;
}

interface Added {
  finding: Finding;
  mention: Mention;
}

/** What the parts of a text gave. */
export interface Gathering {
  text: ZonedText;
  english: boolean;
  languages: number[];
  byKey: Map<number, Finding>;
  byId: Map<string, Finding>;
  countries: CountryMention[];
  given: GivenNames;
  followers: Uint8Array;
  /** Mentions whose name several topics share. */
  shared: Added[][];
  words: number;
}

const [BLOCKER, MONEY, COMPOUND] = [ROLES.indexOf('blocker'), ROLES.indexOf('money'), ROLES.indexOf('compound')];
const [ADJECTIVE, DEMONYM] = [ROLES.indexOf('adjective'), ROLES.indexOf('demonym')];
const COUNTRY = KINDS.indexOf('country');
const MAX_TOPICS_PER_LAYER = 0x100000;
type IsKnownWord = ((folded: string) => boolean) | undefined;

/** Looks through all parts of a text for names. */
export function gatherTopics(text: ZonedText, gazetteer: Gazetteer, isKnownWord: IsKnownWord): Gathering {
  const gathering: Gathering = {
    text,
    english: text.language !== null && /^en(?:-|$)/i.test(text.language),
    languages: languagesOf(gazetteer, text.language),
    byKey: new Map(),
    byId: new Map(),
    countries: [],
    given: givenNames(),
    followers: new Uint8Array(FOLLOWER_OPENINGS),
    shared: [],
    words: 0,
  };
  for (let part = 0; part < text.parts.length; part++) gatherPart(gathering, part, gazetteer, isKnownWord);
  if (gathering.given.known.size > 0)
    for (let part = 0; part < text.parts.length; part++) if (text.parts[part]!.zone === 'title') followInTitle(gathering, part, gazetteer);
  settleShared(gathering.shared);
  return gathering;
}

/** A headline stands before the names that the text gives in full below it: "Truss resigns". */
function followInTitle(gathering: Gathering, part: number, gazetteer: Gazetteer): void {
  const scan = scanText(gathering.text.parts[part]!.text);
  const context = contextOf(scan, gazetteer, gathering.languages, gathering.followers);
  for (let at = nextCandidate(scan, 0, context, LEAST_RESEMBLING); at < scan.count; ) {
    const matches = longestAt(scan, at, context);
    const follower = matches.length === 0 ? followerAt(gathering.given, scan, at, context) : undefined;
    if (follower && !isKnownMention(findingOf(gathering, follower.match, context), part, scan.start[at]!)) {
      const { mentions } = addFollower(gathering, follower, scan, at, part, context);
      mentions.sort((a, b) => a.part - b.part || a.start - b.start);
    }
    at = nextCandidate(scan, matches[0]?.to ?? follower?.to ?? at + 1, context, LEAST_RESEMBLING);
  }
}

function isKnownMention({ mentions }: Finding, part: number, start: number): boolean {
  return mentions.some((mention) => mention.part === part && mention.start === start);
}

function gatherPart(gathering: Gathering, part: number, gazetteer: Gazetteer, isKnownWord: IsKnownWord): void {
  const scan = scanText(gathering.text.parts[part]!.text);
  const context = contextOf(scan, gazetteer, gathering.languages, gathering.followers);
  for (let at = 0; ; ) {
    at = nextCandidate(scan, at, context, LEAST_RESEMBLING);
    if (at >= scan.count) break;
    const matches = ofOwnLanguage(longestAt(scan, at, context), context);
    if (matches.length === 0) {
      const follower = followerAt(gathering.given, scan, at, context);
      if (follower) {
        addFollower(gathering, follower, scan, at, part, context);
        at = follower.to;
        continue;
      }
      if (scan.capital[at] !== 0 && scan.length[at]! >= LEAST_RESEMBLING) addResembling(gathering, scan, at, part, context, isKnownWord);
      at++;
      continue;
    }
    addMatches(gathering, matches, scan, part, context);
    const { head, to } = matches[0]!;
    const end = matches.length === 1 && !head ? bracketedSpelling(scan, matches[0]!) : to;
    if (matches.length === 1 && !head) rememberGiven(gathering.given, matches[0]!, scan, context);
    if (end > to && longestAt(scan, to, context).length === 0) addSpelling(gathering, matches[0]!, scan, to, end, part, context);
    if (to - at > 1 && !head)
      for (const match of onceEach(nestedIn(scan, matches[0]!, context), context.layers)) addMatch(gathering, match, scan, part, context);
    at = to;
  }
  gathering.words += scan.count;
}

function addFollower(gathering: Gathering, follower: Follower, scan: Scan, at: number, part: number, context: MatchContext): Finding {
  const finding = findingOf(gathering, follower.match, context);
  const method = follower.inflected ? 'inflected' : 'exact';
  finding.mentions.push(mentionAt(gathering, part, scan.start[at]!, scan.end[follower.to - 1]!, method));
  finding.named++;
  return finding;
}

/** "Джоэл Саймон (Joel Simon)": what stands in brackets is the same name. */
function addSpelling(gathering: Gathering, match: Match, scan: Scan, from: number, to: number, part: number, context: MatchContext): void {
  const finding = findingOf(gathering, match, context);
  finding.mentions.push(mentionAt(gathering, part, scan.start[from]!, scan.end[to - 1]!, 'transliterated'));
}

function addMatches(gathering: Gathering, matches: Match[], scan: Scan, part: number, context: MatchContext): void {
  if (matches.length === 1) {
    const added = addMatch(gathering, matches[0]!, scan, part, context);
    if (added) added.finding.alone++;
    return;
  }
  const added: Added[] = [];
  for (const match of matches) {
    const one = addMatch(gathering, match, scan, part, context);
    if (one) added.push(one);
  }
  if (added.length === 1) added[0]!.finding.alone++;
  // "The Baltic states" are all three.
  else if (added.some(({ finding }) => finding.kind !== 'country')) gathering.shared.push(added);
}

/** A surname of two persons means the one whom the text also names in another way, if there is one. */
function settleShared(shared: Gathering['shared']): void {
  const dropped = new Map<Finding, Set<Mention>>();
  for (const rivals of shared) {
    if (!rivals.some(({ finding }) => finding.alone > 0)) continue;
    for (const { finding, mention } of rivals) {
      if (finding.alone === 0) dropped.set(finding, (dropped.get(finding) ?? new Set()).add(mention));
    }
  }
  for (const [finding, mentions] of dropped) {
    finding.mentions = finding.mentions.filter((mention) => !mentions.has(mention));
    finding.named -= mentions.size;
    finding.sure = Math.min(finding.sure, finding.mentions.length);
  }
}

function addMatch(gathering: Gathering, match: Match, scan: Scan, part: number, context: MatchContext): Added | undefined {
  const flags = match.layer.aliasFlags[match.alias]!;
  const role = flags & ROLE_MASK;
  if (role === BLOCKER || role === MONEY) return undefined;
  const start = scan.start[match.from]! + match.clitic;
  const mention = mentionAt(gathering, part, start, scan.end[match.to - 1]! - match.particle, match.inflected ? 'inflected' : 'exact');
  const finding = findingOf(gathering, match, context);
  const isCountry = finding.kind === 'country' || match.layer.topicKind[match.layer.aliasTopic[match.alias]!] === COUNTRY;
  if (isCountry && role !== COMPOUND && !namesCountry(gathering, finding, match, scan, mention, context)) return undefined;
  if (isCountry) {
    gathering.countries.push({
      id: finding.id,
      mention,
      word: gathering.words + match.from,
      to: gathering.words + match.to,
      bound: role === COMPOUND,
      adjectival: role === ADJECTIVE || role === DEMONYM,
      wordInSentence: wordsSinceStop(scan, match.from),
    });
    if (role === COMPOUND) return undefined;
  }
  const doubtful = !isCountry && (flags & FLAG_COMMON_WORD) !== 0 && isUninformative(scan, match.from, context);
  finding.mentions.push(mention);
  finding.named++;
  if (!doubtful) finding.sure++;
  return { finding, mention };
}

/** Whether a country's name stands for the country here, and not for a price, a verb or a person; counts which of these it was. */
function namesCountry(
  { text, english }: Gathering,
  finding: Finding,
  match: Match,
  scan: Scan,
  mention: Mention,
  context: MatchContext,
): boolean {
  const flags = match.layer.aliasFlags[match.alias]!;
  if (startsPrice(text.parts[mention.part]!.text, mention.start, mention.end)) return false;
  if ((flags & ROLE_MASK) === ADJECTIVE && text.language?.startsWith('hu') && isHungarianSurname(scan, match.from)) return false;
  if (flags & FLAG_COMMON_WORD && !english && isItalianVerb(scan, match.from, context)) return false;
  if (!(flags & (FLAG_COMMON_WORD | FLAG_BORNE)) || !english) {
    finding.firm++;
    return true;
  }
  if (flags & FLAG_COMMON_WORD) return !hasObject(scan, match.to);
  const bearer = bearerOf(scan, match.from, match.to, context);
  if (bearer === 'person here') return false;
  if (bearer === 'person' || bearer === 'spouse') {
    finding.personFirst ||= finding.bare === 0 || bearer === 'spouse';
    finding.person = true;
    return false;
  }
  if (bearer === 'country') finding.bare++;
  return true;
}

/** Words between the start of the sentence and word `at`, counted up to eight. */
function wordsSinceStop(scan: Scan, at: number): number {
  let words = 0;
  while (words < 8 && at - words > 0 && scan.gap[at - words] !== GAP_HARD) words++;
  return words;
}

function addResembling(gathering: Gathering, scan: Scan, at: number, part: number, context: MatchContext, isKnownWord: IsKnownWord): void {
  const source = gathering.text.parts[part]!.text;
  const found = resembling(source, scan, at, context, isKnownWord);
  if (!found) return;
  const match: Match = {
    layer: found.layer,
    alias: found.alias,
    from: at,
    to: at + 1,
    inflected: false,
    clitic: 0,
    particle: 0,
    head: false,
  };
  const finding = findingOf(gathering, match, context);
  finding.mentions.push(mentionAt(gathering, part, scan.start[at]!, scan.end[at]!, found.method));
  finding.sure++;
  if (found.method !== 'fuzzy') finding.named++;
}

function mentionAt(gathering: Gathering, part: number, start: number, end: number, method: MentionMethod): Mention {
  const { text, zone } = gathering.text.parts[part]!;
  return { start, end, surface: text.slice(start, end), zone, method, part };
}

function findingOf(gathering: Gathering, match: Match, context: MatchContext): Finding {
  const topic = match.layer.aliasTopic[match.alias]!;
  const key = (context.layers.length === 1 ? 0 : context.layers.indexOf(match.layer)) * MAX_TOPICS_PER_LAYER + topic;
  const known = gathering.byKey.get(key);
  if (known) return known;
  const id = topicId(match.layer, topic);
  const finding = gathering.byId.get(id) ?? {
    id,
    layer: match.layer,
    topic,
    kind: KINDS[match.layer.topicKind[topic]!]!,
    mentions: [],
    sure: 0,
    named: 0,
    alone: 0,
    bare: 0,
    firm: 0,
    personFirst: false,
    person: false,
  };
  gathering.byKey.set(key, finding);
  gathering.byId.set(id, finding);
  return finding;
}
