import type { Layer } from './layer.ts';

/** Tags whose names serve for a tag that a layer has none in: other tags of the same language, or one written alike (IANA language subtag registry). */
const STAND_INS: Record<string, string[]> = {
  no: ['nb', 'nn'],
  nb: ['no', 'nn'],
  nn: ['nb', 'no'],
  bs: ['hr', 'sr'],
  sh: ['sr', 'hr'],
  cnr: ['sr', 'hr'],
  iw: ['he'],
  he: ['iw'],
  in: ['id'],
  tl: ['fil'],
  fil: ['tl'],
  mo: ['ro'],
  cmn: ['zh'],
  yue: ['zh'],
  arz: ['ar'],
  pes: ['fa'],
  prs: ['fa'],
};

/** Index of a page's language among a layer's: by its tag, its primary tag, or one that stands in; -1 where the layer has no name in it. */
export function languageIndex({ languages }: Pick<Layer, 'languages'>, language: string): number {
  const wanted = language.toLowerCase();
  const primary = wanted.split('-', 1)[0]!;
  for (const tag of [wanted, primary, ...(STAND_INS[primary] ?? [])]) {
    const index = languages.indexOf(tag);
    if (index >= 0) return index;
  }
  return -1;
}
