import { type NameParts, nameParts } from './names.ts';
import type { CitedReport } from './source.ts';

/** Scripts with capitals abbreviate given names to initials; the others have no such usage, and keep them whole. */
const HAS_CAPITALS = /^[\p{Lu}\p{Lt}]/u;

/** The names of a report's authors in parts, organisations whole; empty ones left out. */
export function authorParts({ authors, language }: CitedReport): NameParts[] {
  return authors.flatMap(({ name, isOrganisation }) => (name.trim() === '' ? [] : [nameParts(name, isOrganisation, language)]));
}

/** "Family, Given": as a list is sorted; a suffix last, as all three English styles put it. Whole names as they are. */
export function sortedName(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  const { given, suffix } = parts;
  return [withParticle(parts), given, suffix].filter(Boolean).join(', ');
}

/** "Given Family": as a name is read. */
export function readName(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  return [parts.given, withParticle(parts), parts.suffix].filter(Boolean).join(' ');
}

/** "Family, G. N." with a suffix behind (APA); `comma` parts the family name from the initials (GOST R 7.0.5 has none). */
export function initialedName(parts: NameParts, comma = ','): string {
  if ('literal' in parts) return parts.literal;
  const name = [withParticle(parts), initials(parts.given)].filter(Boolean).join(`${comma} `);
  return parts.suffix === '' ? name : `${name}, ${parts.suffix}`;
}

/** "G. N. Family" (GOST). */
export function initialsFirst(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  return [initials(parts.given), withParticle(parts), parts.suffix].filter(Boolean).join(' ');
}

/** "Jean-Luc A." gives "J.-L. A."; words that begin small, and names of scripts without capitals, stay whole. */
export function initials(given: string): string {
  return given
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/)
    .map((word) =>
      word
        .split(/(?<=\p{L})[-‐‑](?=\p{L})/u)
        .map((part) => (HAS_CAPITALS.test(part) ? `${[...part][0]}.` : part))
        .join('-'),
    )
    .join(' ');
}

/** Names joined as English lists them: "A", "A, B", with `last` before the last one. */
export function joined(names: readonly string[], last: string): string {
  const head = names.slice(0, -1);
  return head.length === 0 ? (names[0] ?? '') : `${head.join(', ')}${last}${names.at(-1)}`;
}

function withParticle({ family, particle }: Exclude<NameParts, { literal: string }>): string {
  return [particle, family].filter(Boolean).join(' ');
}
