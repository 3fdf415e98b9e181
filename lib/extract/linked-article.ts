import type { PageAuthor } from '../core/snapshot.ts';
import { bare, plainValue } from './dom-text.ts';
import { type LinkedData, type LinkedNode, listOf, ownField, resolveNode, typesOf } from './json-ld.ts';
import { webLink } from './links.ts';
import { isNameLike, namesOf } from './names.ts';

const ARTICLE =
  /(?:Article|BlogPosting|^Report|LiveBlogPosting|SocialMediaPosting|^Review|CriticReview|^Blog$|ScholarlyArticle|MedicalWebPage|^Recipe|^HowTo)$/;
const ORGANISATION = /Organization|Corporation|Newspaper|Company|NGO|WebSite|Brand/;

/** What a page's JSON-LD says of the article: plain text, names and addresses checked, nothing trusted. */
export interface LinkedArticle {
  headline: string;
  description: string;
  authors: PageAuthor[];
  datePublished: string;
  dateModified: string;
  language: string;
  section: string;
  keywords: string[];
  outlet: string;
  outletUrl: string | null;
}

/** The article among a page's linked nodes: the one whose address or headline is the page's, else the fullest; null without one. */
export function linkedArticle(data: LinkedData, pageTitle: string, base: string | undefined): LinkedArticle | null {
  const wanted = bare(pageTitle);
  let best: LinkedNode | null = null;
  let bestScore = 0;
  for (const node of data.nodes) {
    if (!node.types.some((type) => ARTICLE.test(type))) continue;
    const headline = bare(plainValue(ownField(node.fields, 'headline')) || plainValue(ownField(node.fields, 'name')));
    let score = 1 + Math.min(Object.keys(node.fields).length, 20) / 20;
    if (headline && wanted && (wanted.includes(headline) || headline.includes(wanted))) score += 3;
    if (ownField(node.fields, 'author') !== undefined) score += 0.5;
    if (node.types.some((type) => /NewsArticle|BlogPosting/.test(type))) score += 0.3;
    if (node.types.some((type) => /^(?:Blog|Review|Recipe|HowTo)$/.test(type))) score -= 0.8;
    if (score > bestScore) {
      bestScore = score;
      best = node;
    }
  }
  return best ? readArticle(best, data, base) : null;
}

/** An author as the page's JSON-LD describes them anywhere, under the same name: title, words about them, profiles. */
export function withLinkedPeople(authors: PageAuthor[], data: LinkedData, base: string | undefined): PageAuthor[] {
  return authors.map((author) => {
    const key = bare(author.name);
    const same = data.people.filter((person) => bare(plainValue(ownField(person, 'name'), 300)) === key);
    const first = <T>(read: (person: Record<string, unknown>) => T | null): T | null =>
      same.map(read).find((value) => value !== null) ?? null;
    return {
      ...author,
      url: author.url ?? first((person) => webLink(listOf(ownField(person, 'url'))[0], base)),
      jobTitle: author.jobTitle ?? first((person) => plainValue(listOf(ownField(person, 'jobTitle'))[0], 200) || null),
      bio: author.bio ?? first((person) => plainValue(ownField(person, 'description'), 3000) || null),
      ...imageOf(author.image ?? first((person) => pictureIn(ownField(person, 'image'), base))),
      sameAs: author.sameAs.length ? author.sameAs : same.flatMap((person) => profilesOf(person, base)).slice(0, 20),
    };
  });
}

/** A picture as JSON-LD states it: an address, an ImageObject, a list of either. */
function pictureIn(value: unknown, base: string | undefined): string | null {
  const image = listOf(value)[0];
  return webLink(typeof image === 'string' ? image : (ownField(image, 'url') ?? ownField(image, 'contentUrl')), base);
}

function imageOf(image: string | null): { image?: string } {
  return image ? { image } : {};
}

function profilesOf(person: unknown, base: string | undefined): string[] {
  return listOf(ownField(person, 'sameAs'))
    .flatMap((link) => webLink(link, base) ?? [])
    .slice(0, 20);
}

function readArticle({ fields }: LinkedNode, data: LinkedData, base: string | undefined): LinkedArticle {
  const text = (name: string, max?: number): string => plainValue(ownField(fields, name), max);
  const publisher = listOf(ownField(fields, 'publisher')).map((value) => resolveNode(value, data))[0];
  const outlet =
    typeof publisher === 'string'
      ? /^https?:/.test(publisher)
        ? ''
        : plainValue(publisher)
      : plainValue(ownField(publisher, 'name'), 200);
  return {
    headline: text('headline', 500) || text('name', 500),
    description: text('description'),
    authors: authorsOf(fields, data, base, outlet),
    datePublished: text('datePublished', 100) || text('dateCreated', 100),
    dateModified: text('dateModified', 100),
    language: plainValue(ownField(ownField(fields, 'inLanguage'), 'alternateName') ?? ownField(fields, 'inLanguage'), 40),
    section: plainValue(listOf(ownField(fields, 'articleSection'))[0], 200),
    keywords: listOf(ownField(fields, 'keywords')).flatMap(
      (item) => plainValue(typeof item === 'string' ? item : ownField(item, 'name')) || [],
    ),
    outlet,
    outletUrl: webLink(ownField(publisher, 'url'), base),
  };
}

function nameIn(person: unknown): string {
  return plainValue(typeof person === 'string' ? person : ownField(person, 'name'), 300);
}

function authorsOf(fields: Record<string, unknown>, data: LinkedData, base: string | undefined, outlet: string): PageAuthor[] {
  const author = listOf(ownField(fields, 'author'));
  const creators = listOf(ownField(fields, 'creator'));
  // Some name only the first author as "author" and all of them as "creator".
  const names = creators.map((creator) => bare(nameIn(creator)));
  const stated = author.length === 0 || author.every((one) => names.includes(bare(nameIn(one)))) ? [...author, ...creators] : author;
  const authors: PageAuthor[] = [];
  for (const value of stated.slice(0, 40)) {
    const person = resolveNode(value, data);
    const organisation = typesOf(person).some((type) => ORGANISATION.test(type));
    const rawNames = typeof person === 'string' ? [person] : listOf(ownField(person, 'name'));
    for (const raw of rawNames) {
      const given = plainValue(raw, 300);
      // "Doe, Jane"; "Jane Doe for Daily News".
      const names = organisation
        ? [given].filter((name) => name && bare(name) !== bare(outlet))
        : namesOf(given.replace(/^(\p{Lu}\p{Ll}+), (\S+)$| for \p{Lu}.*$/u, '$2 $1'), true);
      for (const name of names) {
        if (!isNameLike(name, true) || authors.some((known) => bare(known.name) === bare(name))) continue;
        const own = names.length === 1 && typeof person !== 'string';
        authors.push({
          ...(organisation && { type: 'Organization' as const }),
          name,
          url: own ? (webLink(listOf(ownField(person, 'url'))[0], base) ?? null) : null,
          jobTitle: (own && plainValue(listOf(ownField(person, 'jobTitle'))[0], 200)) || null,
          bio: (own && plainValue(ownField(person, 'description'), 3000)) || null,
          ...imageOf(own ? pictureIn(ownField(person, 'image'), base) : null),
          sameAs: own
            ? listOf(ownField(person, 'sameAs'))
                .flatMap((link) => webLink(link, base) ?? [])
                .slice(0, 20)
            : [],
        });
      }
    }
  }
  return authors;
}
