import type { SourceEntry } from '../../lib/topics/source.ts';

/** Names that stand for a few states at once, by language; each of the states is named by them. */
export const GROUPS: [codes: string, names: Record<string, string[]>][] = [
  [
    'EE LV LT',
    {
      en: ['Baltic states', 'Baltic countries', 'Baltic nations', 'Baltics'],
      de: ['baltische Staaten', 'baltische Länder', 'Baltikum'],
      fr: ['pays baltes', 'États baltes'],
      es: ['países bálticos', 'Estados bálticos', 'repúblicas bálticas'],
      it: ['paesi baltici', 'Stati baltici', 'repubbliche baltiche'],
      pt: ['países bálticos', 'Estados bálticos'],
      nl: ['Baltische staten', 'Baltische landen'],
      sv: ['baltstaterna', 'Baltikum'],
      fi: ['Baltian maat'],
      pl: ['kraje bałtyckie', 'państwa bałtyckie'],
      cs: ['pobaltské státy', 'Pobaltí'],
      ru: ['страны Балтии', 'государства Балтии', 'Прибалтика', 'прибалтийские страны'],
      uk: ['країни Балтії', 'держави Балтії', 'балтійські країни', 'Прибалтика'],
      zh: ['波罗的海三国', '波罗的海国家'],
      ja: ['バルト三国', 'バルト3国'],
    },
  ],
  [
    'KP KR',
    {
      en: ['two Koreas', 'both Koreas', 'the Koreas'],
      de: ['beide Koreas', 'beiden Koreas'],
      fr: ['deux Corées'],
      es: ['dos Coreas'],
      it: ['due Coree'],
      pt: ['duas Coreias'],
      pl: ['obie Koree', 'dwie Koree'],
      ru: ['две Кореи', 'обе Кореи'],
      uk: ['дві Кореї', 'обидві Кореї'],
      zh: ['朝韩', '韩朝'],
      ja: ['南北朝鮮'],
    },
  ],
  [
    'BE NL LU',
    { en: ['Benelux'], de: ['Benelux-Staaten'], fr: ['Benelux'], nl: ['Benelux'], pl: ['Beneluks'], ru: ['Бенилюкс'], uk: ['Бенілюкс'] },
  ],
];

/** Korean papers join two states in one word; left out are "북미" and "중미", which are parts of America. */
const KOREAN_PAIRS: Record<string, string> = {
  'CN US': '미중',
  'KR US': '한미',
  'JP KR': '한일',
  'CN KR': '한중',
  'JP US': '미일',
  'CN JP': '중일',
  'CN RU': '중러 러중',
  'KP US': '미북',
  'CN KP': '북중',
  'KP RU': '북러 러북',
  'KR RU': '한러',
  'JP KP': '북일',
  'RU UA': '러우',
  'JP KR US': '한미일',
  'CN KP RU': '북중러',
  'CN JP KR': '한중일',
};
for (const [codes, names] of Object.entries(KOREAN_PAIRS)) GROUPS.push([codes, { ko: names.split(' ') }]);

/** The one character of Israel in Chinese is a preposition as well, that of Palestine ends words: together they need what is between the two. */
const BETWEEN = '冲突 局势 停火 和谈 和平 问题 双方 战争 关系 边境'.split(' ');
GROUPS.push(['IL PS', { zh: BETWEEN.flatMap((matter) => [`巴以${matter}`, `以巴${matter}`]) }]);

/** In Vietnamese "Nga" and "Mỹ" are Russia and the United States, and women: beside another state's name they are states. */
const BESIDE: [code: string, name: string][] = [
  ['CN', 'Trung Quốc'],
  ['EU', 'EU'],
  ['IL', 'Israel'],
  ['IN', 'Ấn Độ'],
  ['IR', 'Iran'],
  ['JP', 'Nhật Bản'],
  ['KP', 'Triều Tiên'],
  ['KR', 'Hàn Quốc'],
  ['NATO', 'NATO'],
  ['UA', 'Ukraine'],
  ['VN', 'Việt Nam'],
];
const SHORT: [code: string, name: string][] = [
  ['RU', 'Nga'],
  ['US', 'Mỹ'],
];
for (const [code, name] of SHORT)
  for (const [other, second] of BESIDE) GROUPS.push([`${code} ${other}`, { vi: [`${name} và ${second}`, `${second} và ${name}`] }]);
GROUPS.push(['RU US', { vi: ['Nga và Mỹ', 'Mỹ và Nga'] }]);

/** Gives the states of each group its names. The one spelling that several countries share: they are all meant (`gather.ts`). */
export function addGroupNames(entries: SourceEntry[]): void {
  for (const [codes, names] of GROUPS) {
    const aliases = Object.entries(names).flatMap(([language, texts]) =>
      texts.map((text) => ({ text, language, role: 'metonym' as const })),
    );
    for (const code of codes.split(' ')) {
      const entry = entries.find(({ id }) => id === `country:${code}`);
      if (!entry) throw new Error(`groups.ts: no country is called ${code}`);
      entry.aliases = [...(entry.aliases ?? []), ...aliases];
    }
  }
}
