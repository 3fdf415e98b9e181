/** By language: the ending of an adjective and that of its bound form in a pair ("hrvatski" → "hrvatsko-srpski"). Regular in these languages; others are written by hand. */
const BOUND: Record<string, [ending: RegExp, bound: string][]> = {
  uk: [[/(с|ц|з)ький$/, '$1ько-']],
  ru: [[/(с|ц)кий$/, '$1ко-']],
  be: [[/(с|ц)кі$/, '$1ка-']],
  bg: [[/(с|ш|ч)ки$/, '$1ко-']],
  mk: [[/(с|ш|ч)ки$/, '$1ко-']],
  sr: [
    [/(с|ш|ч)ки$/, '$1ко-'],
    [/(s|š|č)ki$/, '$1ko-'],
  ],
  hr: [[/(s|š|č)ki$/, '$1ko-']],
  sl: [[/(s|š|č)ki$/, '$1ko-']],
  pl: [[/(s|c)ki$/, '$1ko-']],
  cs: [[/(s|c)ký$/, '$1ko-']],
  fi: [[/l(a|ä)inen$/, 'l$1is-']],
  sk: [[/(s|c)k[ýy]$/, '$1ko-']],
};

/** The bound form that an adjective has by rule; null where the language or the adjective has none. */
export function boundForm(adjective: string, language: string): string | null {
  if (/\s/.test(adjective)) return null;
  const rule = BOUND[language]?.find(([ending]) => ending.test(adjective));
  return rule === undefined ? null : adjective.replace(rule[0], rule[1]);
}
