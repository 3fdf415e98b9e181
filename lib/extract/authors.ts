import type { PageAuthor, ValueSource } from '../core/snapshot.ts';
import { isAgency } from './agency-name.ts';
import { bare } from './dom-text.ts';
import type { LinkedArticle } from './linked-article.ts';
import { webLink } from './links.ts';
import { firstMeta, type MetaTags } from './meta.ts';
import { isNameLike, namesOf } from './names.ts';
import { isCompany, isDesk } from './organisation-name.ts';
import type { ShownAuthor } from './signature.ts';

const AUTHOR_META = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'article.author',
  'authors',
  'creator',
  'og:author',
  'og:article:author',
  'article_author',
  'author_name',
  'mediator_author',
  'rnews:author',
  'bt:author',
  'shareaholic:article_author_name',
  'citation_author',
  'twitter:data1',
];

const DESCRIBED =
  /^(?:posted|written|published|text|verfasst|geschrieben|publié|écrit|escrito|publicado|scritto) (?:by|von|par|por|da) (.{4,160}?)(?: [-–—|] |\. |$)/iu;

/** Authors by the likeliest source: JSON-LD, what the page shows, meta tags; profile links of the page added to names found elsewhere. */
export function authorsOf(
  visible: ShownAuthor[],
  tags: MetaTags,
  linked: LinkedArticle | null,
  outlet: string,
  base: string | undefined,
): { authors: PageAuthor[]; source: ValueSource | null } {
  const shown = visible.map(({ name, href }) => author(name, webLink(href, base)));
  const withLinks = (authors: PageAuthor[]): PageAuthor[] =>
    authors.map((one) => (one.url ? one : { ...one, url: shown.find((other) => bare(other.name) === bare(one.name))?.url ?? null }));
  // An account's name ("janedoe") gives way to the name the page shows for it.
  const named = (one: PageAuthor): PageAuthor => {
    const full = /\s/.test(one.name)
      ? undefined
      : shown.find((other) => /\s/.test(other.name) && squashed(other.name) === squashed(one.name));
    return full ? { ...one, name: full.name } : one;
  };
  const people = (linked?.authors.filter(({ name }) => bare(name) !== bare(outlet)) ?? []).map(named);
  const stated = metaAuthors(tags, outlet);
  const wholeNames = shown.filter(({ name }) => isWholeName(name) && !isDesk(name));
  // A desk, an account or the outlet itself, stated to machines, says less than the whole name that readers see.
  const weak = (names: string[]): boolean =>
    wholeNames.length > 0 && names.every((name) => isDesk(name) || isAccount(name) || isHost(name, base));
  if (people.length && !weak(people.map(({ name }) => name))) return { authors: withLinks(people), source: 'json-ld' };
  // A name that both state is the surest; one word in a meta tag is often the account that published it.
  const agreed = shown.length > 0 && shown.every((other) => stated.some((name) => bare(other.name) === bare(name)));
  if (stated.length && !weak(stated) && ((agreed && !isCreditList(stated)) || isStatedTwice(tags, stated)))
    return { authors: withLinks(stated.map(unknownPerson)), source: 'meta' };
  const described = wholeNames.length ? [] : describedAuthors(tags);
  if (described.length) return { authors: described.map(unknownPerson), source: 'meta' };
  if (shown.length) return { authors: shown, source: 'byline' };
  return stated.length ? { authors: stated.map(unknownPerson), source: 'meta' } : { authors: [], source: null };
}

/** The names a description begins with: "Posted by Jane Doe and John Roe - …". */
function describedAuthors(tags: MetaTags): string[] {
  const text = DESCRIBED.exec(firstMeta(tags, ['og:description', 'description']) ?? '')?.[1];
  return text ? namesOf(text).filter((name) => isWholeName(name) && !isDesk(name)) : [];
}

/** Does the name speak of the site itself: "The Courier" on the-courier.example? */
function isHost(name: string, base: string | undefined): boolean {
  const host = /^https?:\/\/(?:www\.)?([^/:]+)\./.exec(base ?? '')?.[1]?.replace(/[^\p{L}\d]/gu, '') ?? '';
  const key = squashed(name);
  return host.length >= 4 && key.length >= 4 && (key.includes(host) || host.includes(key));
}

/** Photographers, models and stylists besides: "Ann Other for A Studio". */
function isCreditList(names: string[]): boolean {
  return names.some((name) => /\s(?:at|for|using|photographed|styled)\s/i.test(name));
}

function isWholeName(name: string): boolean {
  return (
    /\p{L}{2,}\s+.*\p{L}{2,}/u.test(name) || /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/u.test(name)
  );
}

/** "janedoe", "jane-doe", "jdoe12": what a system calls its user. */
function isAccount(name: string): boolean {
  return !/\s/.test(name) && /^[\p{Ll}\d][\p{Ll}\d._-]*$/u.test(name);
}

/** Do two families of meta tags name the same whole names? */
function isStatedTwice(tags: MetaTags, stated: string[]): boolean {
  if (!stated.every(isWholeName)) return false;
  const families = AUTHOR_META.filter((key) => {
    const names = (tags.get(key) ?? []).flatMap((value) => namesOf(value, true)).map(bare);
    return stated.every((name) => names.includes(bare(name)));
  });
  return families.length > 1;
}

/**
 * The list as a reader wants it: people first and without the outlet's name behind theirs, agencies and companies marked as
 * organisations behind them; a desk only where it stands alone.
 */
export function tidyAuthors(authors: PageAuthor[], outlet: string): PageAuthor[] {
  const site = bare(outlet);
  const named = authors.map((one): PageAuthor => {
    const organisation = one.type ?? (isAgency(one.name) || isCompany(one.name) || isDesk(one.name) ? 'Organization' : undefined);
    return { ...one, name: withoutOutlet(one.name, site), ...(organisation && { type: organisation }) };
  });
  const people = named.filter(({ type }) => type === undefined);
  return [...people, ...named.filter(({ name, type }) => type !== undefined && (people.length === 0 || !isDesk(name)))];
}

/** "Jane Doe The Courier", "Jane Doe / The Courier": the name alone. */
function withoutOutlet(name: string, site: string): string {
  const words = name.split(/\s+/);
  const count = site.split(' ').length;
  const rest = words.slice(0, -count);
  if (site === '' || rest.length < 2 || bare(words.slice(-count).join(' ')) !== site) return name;
  return rest.join(' ').replace(/[\s,/|–—-]+$/, '');
}

function squashed(name: string): string {
  return bare(name).replace(/ /g, '');
}

function metaAuthors(tags: MetaTags, outlet: string): string[] {
  for (const key of AUTHOR_META) {
    const names = (tags.get(key) ?? []).filter((value) => !/^(?:https?:)?\/\//.test(value)).flatMap((value) => namesOf(value, true));
    const people = names.filter(
      (name) => isNameLike(name, true) && !isCompany(name) && bare(name) !== bare(outlet) && !bare(outlet).startsWith(`${bare(name)} `),
    );
    if (people.length) return people.filter((name, at) => people.findIndex((other) => bare(other) === bare(name)) === at).slice(0, 30);
  }
  return [];
}

function unknownPerson(name: string): PageAuthor {
  return author(name, null);
}

function author(name: string, url: string | null): PageAuthor {
  return { name, url, jobTitle: null, bio: null, sameAs: [] };
}
