/** Keywords as publishers write them: one a text, or several with commas; no machine tags such as "section:sport". */
export function keywordsOf(texts: string[]): string[] {
  const keywords: string[] = [];
  for (const text of texts) {
    for (const part of text.split(/\s*[,;，、]\s*/)) {
      if (part.length < 2 || part.length > 80 || /^[\w-]+:\S|^https?:/.test(part)) continue;
      if (!keywords.some((known) => known.toLowerCase() === part.toLowerCase())) keywords.push(part);
      if (keywords.length >= 40) return keywords;
    }
  }
  return keywords;
}
