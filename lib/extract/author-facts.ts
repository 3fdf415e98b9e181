import type { PageAuthor } from '../core/snapshot.ts';
import { bare } from './dom-text.ts';
import { webLink } from './links.ts';
import type { RawBox } from './raw-page.ts';

const PROFILE_HOST =
  /(?:^|\.)(?:twitter\.com|x\.com|facebook\.com|linkedin\.com|instagram\.com|mastodon\.[\w.]+|bsky\.app|threads\.net|youtube\.com|t\.me|github\.com|orcid\.org|muckrack\.com)$/;
const SHARE = /\/(?:share|sharer|intent|shareArticle)\b|[?&](?:url|u|text)=/i;
const ROLE_WORDS =
  /\b(?:reporter|journalist|editor|correspondent|writer|columnist|contributor|producer|critic|analyst|photographer|author|fellow|bureau chief|presenter|blogger|redakteur(?:in)?|korrespondent(?:in)?|autorin?|rédact(?:eur|rice)|redactora?|periodista|giornalista|redaktorka?|dziennikarka?)\b|журналист|журналіст|кореспондент|корреспондент|редактор|оглядач|обозреватель|记者|編集|記者/iu;
const BUTTON =
  /^(?:read more|more|follow|all (?:posts|articles|stories)|view all|see (?:all|more)|posts by|more (?:from|by|posts|stories|articles)|contact|email|twitter|facebook|linkedin|instagram|website|avatar|mehr|weitere|alle|lire|leer más|więcej|bio|full bio|\+? ?follow|share|about|subscribe|click here)\b/iu;

/** What the page's author boxes say of its authors: role, words about them, profiles. The given list is not changed. */
export function withAuthorFacts(authors: PageAuthor[], boxes: RawBox[], base: string | undefined): PageAuthor[] {
  return authors.map((author, at) => {
    const seen = bestBox(
      boxes.filter((box) => box.author === at),
      author.name,
      base,
    );
    if (!seen) return author;
    return {
      ...author,
      jobTitle: author.jobTitle ?? seen.jobTitle,
      bio: author.bio ?? seen.bio,
      sameAs: author.sameAs.length ? author.sameAs : seen.sameAs,
      ...((author.image ?? seen.image) && { image: author.image ?? seen.image }),
    };
  });
}

type Seen = Pick<PageAuthor, 'jobTitle' | 'bio' | 'sameAs' | 'image'>;

function bestBox(boxes: RawBox[], name: string, base: string | undefined): Seen | null {
  let best: Seen | null = null;
  let bestScore = 0;
  const key = ` ${bare(name)} `;
  for (const box of boxes) {
    const seen = readBox(box, name, key, base);
    const score =
      (seen.bio ? 2 + Math.min(seen.bio.length, 600) / 600 + (namesAuthor(seen.bio, key) ? 1 : 0) : 0) +
      (seen.jobTitle ? 0.5 : 0) +
      (seen.sameAs.length ? 0.2 : 0) +
      (seen.image ? 0.1 : 0);
    const labelled = /bio|about|description|author[_-]*(?:box|info|card)/i.test(box.label) ? 0.6 : 0;
    if (score > 0 && score + labelled > bestScore) {
      bestScore = score + labelled;
      best = seen;
    }
  }
  return best;
}

/** Does a text hold a name? `key`: the name as `bare` gives it, between spaces. */
export function namesAuthor(text: string, key: string): boolean {
  return ` ${bare(text)} `.includes(key);
}

function readBox(box: RawBox, name: string, key: string, base: string | undefined): Seen {
  const blocks = box.texts.filter((block) => !BUTTON.test(block) || block.length > 80);
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
  const image = webLink(box.picture, base);
  return { jobTitle, bio: words.join(' ').slice(0, 3000) || null, sameAs: profilesIn(box.links, base), ...(image && { image }) };
}

/** A sentence or two about a person, not a date line, a button or a teaser. */
function isAboutAuthor(block: string, box: RawBox, key: string): boolean {
  if (block.length < 40) return false;
  const sentence = /[.!?。！？…]["”’)]?(?:\s|$)/.test(block);
  if (namesAuthor(block, key) && sentence) return true;
  return sentence && /bio|about|desc|box|info|card|profile/i.test(`${box.label} ${box.around}`);
}

function profilesIn(links: string[], base: string | undefined): string[] {
  const profiles: string[] = [];
  for (const link of links) {
    const url = webLink(link, base);
    if (!url || SHARE.test(url) || !PROFILE_HOST.test(new URL(url).hostname) || new URL(url).pathname.length < 2) continue;
    if (!profiles.includes(url)) profiles.push(url);
    if (profiles.length >= 10) break;
  }
  return profiles;
}
