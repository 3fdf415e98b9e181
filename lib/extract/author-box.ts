import type { PageAuthor } from '../core/snapshot.ts';
import { bare, blocksOf, labelOf, lineOf } from './dom-text.ts';
import { webLink } from './links.ts';

const BOX =
  '[class*="author" i],[id*="author" i],[class*="autor" i],[class*="auteur" i],[class*="bio" i],[id*="bio" i],[class*="contributor" i],[class*="byline" i],[class*="profile" i],[class*="reporter" i],[class*="writer" i],[itemprop~="author"],[itemtype*="Person"]';
const MAX_BOXES = 400;
const PROFILE_HOST =
  /(?:^|\.)(?:twitter\.com|x\.com|facebook\.com|linkedin\.com|instagram\.com|mastodon\.[\w.]+|bsky\.app|threads\.net|youtube\.com|t\.me|github\.com|orcid\.org|muckrack\.com)$/;
const SHARE = /\/(?:share|sharer|intent|shareArticle)\b|[?&](?:url|u|text)=/i;
const ROLE_WORDS =
  /\b(?:reporter|journalist|editor|correspondent|writer|columnist|contributor|producer|critic|analyst|photographer|author|fellow|bureau chief|presenter|blogger|redakteur(?:in)?|korrespondent(?:in)?|autorin?|rédact(?:eur|rice)|redactora?|periodista|giornalista|redaktorka?|dziennikarka?)\b|журналист|журналіст|кореспондент|корреспондент|редактор|оглядач|обозреватель|记者|編集|記者/iu;
const BUTTON =
  /^(?:read more|more|follow|all (?:posts|articles|stories)|view all|see (?:all|more)|posts by|more (?:from|by|posts|stories|articles)|contact|email|twitter|facebook|linkedin|instagram|website|avatar|mehr|weitere|alle|lire|leer más|więcej|bio|full bio|\+? ?follow|share|about|subscribe|click here)\b/iu;

/** What the page's author boxes say of the authors named: role, words about them, profiles. The given list is not changed. */
export function withAuthorBoxes(
  root: ParentNode,
  authors: PageAuthor[],
  base: string | undefined,
): { authors: PageAuthor[]; found: boolean } {
  if (!authors.length) return { authors, found: false };
  const elements = root.querySelectorAll(BOX);
  const boxes: Element[] = [];
  for (let i = 0; i < elements.length && boxes.length < MAX_BOXES; i++) boxes.push(elements[i]!);
  let found = false;
  const full = authors.map((author) => {
    const seen = bestBox(boxes, author.name, base);
    if (!seen) return author;
    found ||= (!author.bio && seen.bio !== null) || (!author.jobTitle && seen.jobTitle !== null);
    return {
      ...author,
      jobTitle: author.jobTitle ?? seen.jobTitle,
      bio: author.bio ?? seen.bio,
      sameAs: author.sameAs.length ? author.sameAs : seen.sameAs,
    };
  });
  return { authors: full, found };
}

type Seen = Pick<PageAuthor, 'jobTitle' | 'bio' | 'sameAs'>;

function bestBox(boxes: Element[], name: string, base: string | undefined): Seen | null {
  let best: Seen | null = null;
  let bestScore = 0;
  const key = ` ${bare(name)} `;
  for (const box of boxes) {
    const text = lineOf(box, 4000);
    if (text.length < name.length || text.length > 3500) continue;
    const holder = namesAuthor(text, key) ? box : nearbyHolder(box, key);
    if (!holder) continue;
    const seen = readBox(holder, box, name, key, base);
    const score =
      (seen.bio ? 2 + Math.min(seen.bio.length, 600) / 600 + (namesAuthor(seen.bio, key) ? 1 : 0) : 0) +
      (seen.jobTitle ? 0.5 : 0) +
      (seen.sameAs.length ? 0.2 : 0);
    const labelled = /bio|about|description|author[_-]*(?:box|info|card)/i.test(labelOf(box)) ? 0.6 : 0;
    if (score > 0 && score + labelled > bestScore) {
      bestScore = score + labelled;
      best = seen;
    }
  }
  return best;
}

function namesAuthor(text: string, key: string): boolean {
  return ` ${bare(text)} `.includes(key);
}

/** The element around a bio that also holds the author's name: up to three levels, never much larger. */
function nearbyHolder(box: Element, key: string): Element | null {
  if (!/bio|about|desc/i.test(labelOf(box))) return null;
  let at = box.parentElement;
  for (let depth = 0; at && depth < 3; depth++, at = at.parentElement) {
    const text = lineOf(at, 4000);
    if (text.length > 3000) return null;
    if (namesAuthor(text, key)) return at;
  }
  return null;
}

function readBox(holder: Element, box: Element, name: string, key: string, base: string | undefined): Seen {
  const blocks = blocksOf(holder, 4000).filter((block) => !BUTTON.test(block) || block.length > 80);
  let jobTitle: string | null = null;
  const words: string[] = [];
  for (const block of blocks) {
    if (bare(block) === key.trim()) continue;
    const rest = block.toLowerCase().startsWith(name.toLowerCase()) ? block.slice(name.length).replace(/^[\s,|–—-]+/, '') : block;
    if (!jobTitle && rest.length <= 80 && !/[.!?]$/.test(rest) && ROLE_WORDS.test(rest) && !/\b(?:is|was|by|has)\b/i.test(rest)) {
      jobTitle = rest;
      continue;
    }
    if (isAboutAuthor(block, box, key)) words.push(block);
    if (words.length >= 6) break;
  }
  return { jobTitle, bio: words.join(' ').slice(0, 3000) || null, sameAs: profilesIn(holder, base) };
}

/** A sentence or two about a person, not a date line, a button or a teaser. */
function isAboutAuthor(block: string, box: Element, key: string): boolean {
  if (block.length < 40) return false;
  const sentence = /[.!?。！？…]["”’)]?(?:\s|$)/.test(block);
  if (namesAuthor(block, key) && sentence) return true;
  return sentence && /bio|about|desc|box|info|card|profile/i.test(`${labelOf(box)} ${box.parentElement ? labelOf(box.parentElement) : ''}`);
}

function profilesIn(box: Element, base: string | undefined): string[] {
  const profiles: string[] = [];
  const links = box.querySelectorAll('a[href]');
  for (let i = 0; i < links.length && i < 40 && profiles.length < 10; i++) {
    const url = webLink(links[i]!.getAttribute('href'), base);
    if (!url || SHARE.test(url) || !PROFILE_HOST.test(new URL(url).hostname) || new URL(url).pathname.length < 2) continue;
    if (!profiles.includes(url)) profiles.push(url);
  }
  return profiles;
}
