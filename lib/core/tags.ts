/** Characters of a tag at most. */
export const TAG_MAX = 100;

/** A tag as it is kept: without blanks around it, `#` before it, or runs of blanks; null where nothing is left. Commas separate tags. */
export function cleanTag(typed: string): string | null {
  const tag = typed
    .normalize('NFC')
    .replace(/[\s,]+/gu, ' ')
    .replace(/^[\s#]+|\s+$/gu, '')
    .slice(0, TAG_MAX)
    .trim();
  return tag === '' ? null : tag;
}

/** What two spellings of one tag share: case and width do not tell tags apart. */
export function tagKey(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}

/** Tags with some more and without some, in their order; one that is there keeps its spelling. */
export function changedTags(tags: string[], add: string[], remove: string[]): string[] {
  const gone = new Set(remove.map(tagKey));
  const kept = tags.filter((tag) => !gone.has(tagKey(tag)));
  const keys = new Set(kept.map(tagKey));
  for (const tag of add.flatMap((typed) => cleanTag(typed) ?? [])) {
    if (keys.has(tagKey(tag))) continue;
    keys.add(tagKey(tag));
    kept.push(tag);
  }
  return kept;
}

/** How many have each tag, by tag in the spelling most of them use, most frequent first. */
export function countTags(tagged: { tags: string[] }[]): { tag: string; count: number }[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { tags } of tagged) {
    for (const tag of tags) {
      const known = spellings.get(tagKey(tag)) ?? new Map<string, number>();
      spellings.set(tagKey(tag), known.set(tag, (known.get(tag) ?? 0) + 1));
    }
  }
  return [...spellings.values()]
    .map((known) => {
      const [[tag]] = [...known].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) as [[string, number]];
      return { tag, count: [...known.values()].reduce((sum, count) => sum + count, 0) };
    })
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
