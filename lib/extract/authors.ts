import type { PageAuthor, ValueSource } from '../core/snapshot.ts';
import { bare } from './dom-text.ts';
import type { LinkedArticle } from './linked-article.ts';
import { webLink } from './links.ts';
import type { MetaTags } from './meta.ts';
import { isNameLike, namesOf } from './names.ts';
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
  'citation_author',
  'twitter:data1',
];

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
  if (people.length) return { authors: withLinks(people), source: 'json-ld' };
  const stated = metaAuthors(tags, outlet);
  // A name that both state is the surest; one word in a meta tag is often the account that published it.
  const agreed = stated.filter((name) => shown.some((other) => bare(other.name) === bare(name)));
  if (agreed.length === stated.length && agreed.length >= shown.length && agreed.length > 0)
    return { authors: withLinks(agreed.map((name) => author(name, null))), source: 'meta' };
  if (shown.length) return { authors: shown, source: 'byline' };
  return stated.length ? { authors: stated.map((name) => author(name, null)), source: 'meta' } : { authors: [], source: null };
}

function squashed(name: string): string {
  return bare(name).replace(/ /g, '');
}

function metaAuthors(tags: MetaTags, outlet: string): string[] {
  for (const key of AUTHOR_META) {
    const names = (tags.get(key) ?? []).filter((value) => !/^(?:https?:)?\/\//.test(value)).flatMap((value) => namesOf(value, true));
    const people = names.filter(
      (name) => isNameLike(name, true) && bare(name) !== bare(outlet) && !bare(outlet).startsWith(`${bare(name)} `),
    );
    if (people.length) return people.filter((name, at) => people.findIndex((other) => bare(other) === bare(name)) === at).slice(0, 30);
  }
  return [];
}

function author(name: string, url: string | null): PageAuthor {
  return { name, url, jobTitle: null, bio: null, sameAs: [] };
}
