import { isAgency } from './names.ts';

/** Long and short names of one agency, each folded, and how it is shown. */
const NAMES: [string, string[]][] = [
  ['AP', ['ap', 'associated press', 'the associated press']],
  ['AFP', ['afp', 'agence france presse', 'agence france-presse', 'agence france–presse']],
  ['PTI', ['pti', 'press trust of india']],
  ['PA Media', ['pa media', 'press association']],
  ['AAP', ['aap', 'australian associated press']],
  ['The Canadian Press', ['the canadian press', 'canadian press']],
  ['Bloomberg', ['bloomberg', 'bloomberg news']],
  ['Dow Jones', ['dow jones', 'dow jones newswires']],
  ['ČTK', ['čtk', 'ctk']],
  ['TASS', ['tass', 'тасс']],
  ['Interfax', ['interfax', 'интерфакс']],
  ['Xinhua', ['xinhua', '新华社']],
  ['Kyodo', ['kyodo', '共同通信']],
  ['Jiji', ['jiji', '時事通信']],
  ['Reuters', ['reuters']],
  ['Ukrinform', ['ukrinform']],
];
const SHOWN = new Map(NAMES.flatMap(([shown, names]) => names.map((name) => [name, shown] as const)));

/**
 * One spelling for a news agency's name as bylines and credit lines give it ("The Associated Press", "dpa/lno", "Reuters staff"); null for what
 * is no agency of texts.
 */
export function agencyName(name: string): string | null {
  const bare = name
    .trim()
    .replace(/\/.*$/, '')
    .replace(/\s+(?:staff|reporters?)$/i, '');
  if (!isAgency(bare) || /^getty/i.test(bare)) return null;
  if (/^dpa\b/i.test(bare)) return 'dpa';
  return SHOWN.get(bare.toLowerCase()) ?? bare.toUpperCase();
}
