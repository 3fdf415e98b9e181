import { parseWebUrl } from '../core/canonical-url.ts';

/** The words an article's address spells out ("…/china-denies-helping-russia.html"), for looking it up without opening it; null where it spells none. */
export function wordsOfAddress(address: string): string | null {
  const segments = parseWebUrl(address)?.pathname.split('/') ?? [];
  const words = segments.map((segment) =>
    decode(segment)
      .replace(/\.\w{2,5}$/, '')
      .split(/[-_+\s]+/)
      .filter((word) => /^\p{L}{2,}$/u.test(word)),
  );
  const longest = words.reduce((best, next) => (next.length > best.length ? next : best), []);
  return longest.length >= 2 ? longest.join(' ') : null;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
