/** Lines of text for people: a heading, then indented facts; control characters and line breaks become spaces. */
export function plain(text: string): string {
  return text.replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** Joins the facts that are known. */
export function facts(...items: (string | null | undefined)[]): string {
  return items.flatMap((item) => (item ? [plain(item)] : [])).join(' · ');
}

/** A plural in words: `1 report`, `12 reports`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
