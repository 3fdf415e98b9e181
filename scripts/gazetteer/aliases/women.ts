/**
 * Women of a country, whom the Slavic languages name by a word of its own. Left out where it is as often a dance, a dish, a tool or a shoe
 * ("полька", "чешка", "болгарка"), or another people ("индианка").
 */
export const WOMEN: [language: string, source: string][] = [
  [
    'ru',
    `
AM: d армянка
AT: d австрийка
AU: d австралийка
AZ: d азербайджанка
BE: d бельгийка
BR: d бразильянка
BY: d белоруска, беларуска
CA: d канадка
CH: d швейцарка
CN: d китаянка
CU: d кубинка
DE: d немка
DK: d датчанка
EE: d эстонка
EG: d египтянка
ES: d испанка
FR: d француженка
GB: d британка
GE: d грузинка
GR: d гречанка
HR: d хорватка
IL: d израильтянка
IR: d иранка
IT: d итальянка
JP: d японка
KR: d южнокореянка
KZ: d казахстанка
LV: d латвийка
MX: d мексиканка
NO: d норвежка
PS: d палестинка
RO: d румынка
RS: d сербка
RU: d россиянка
SE: d шведка
SK: d словачка
SY: d сирийка
TR: d турчанка
UA: d украинка; b Леся Украинка
US: d американка
`,
  ],
  [
    'uk',
    `
BY: d білоруска
CN: d китаянка
DE: d німкеня
ES: d іспанка
FR: d француженка
GB: d британка
GE: d грузинка
IL: d ізраїльтянка
IR: d іранка
IT: d італійка
JP: d японка
LT: d литовка
PS: d палестинка
RO: d румунка
TR: d туркеня
UA: b Леся Українка
US: d американка
`,
  ],
  ['be', 'BY: d беларуска\nDE: d немка\nRU: d расіянка\nUA: d украінка, ўкраінка; b Леся Украінка\nUS: d амерыканка'],
  [
    'pl',
    `
AT: d Austriaczka
BY: d Białorusinka
CN: d Chinka
CZ: d Czeszka
DE: d Niemka
ES: d Hiszpanka
FR: d Francuzka
GB: d Brytyjka
GE: d Gruzinka
IL: d Izraelka
IR: d Iranka
IT: d Włoszka
JP: d Japonka
LT: d Litwinka
LV: d Łotyszka
NL: d Holenderka
PL: d Polka
PS: d Palestynka
RO: d Rumunka
RU: d Rosjanka
SE: d Szwedka
SK: d Słowaczka
TR: d Turczynka
UA: d Ukrainka; b Łesia Ukrainka
US: d Amerykanka
`,
  ],
  [
    'cs',
    `
AT: d Rakušanka
BY: d Běloruska
CN: d Číňanka
CZ: d Češka
DE: d Němka
ES: d Španělka
FR: d Francouzka
GB: d Britka
HU: d Maďarka
IL: d Izraelka
IT: d Italka
JP: d Japonka
PL: d Polka
RU: d Ruska
SE: d Švédka
SK: d Slovenka
UA: d Ukrajinka
US: d Američanka
`,
  ],
  [
    'sk',
    `
AT: d Rakúšanka
CN: d Číňanka
CZ: d Češka
DE: d Nemka
FR: d Francúzka
GB: d Britka
HU: d Maďarka
IT: d Talianka
PL: d Poľka
RU: d Ruska
SK: d Slovenka
UA: d Ukrajinka
US: d Američanka
`,
  ],
  [
    'bg',
    'BG: d българка\nDE: d германка\nFR: d французойка\nGB: d британка\nRU: d рускиня\nTR: d туркиня\nUA: d украинка; b Леся Украинка\nUS: d американка',
  ],
  ['sr', 'DE: d Немица\nFR: d Францускиња\nRU: d Рускиња\nUA: d Украјинка\nUS: d Американка'],
  ['hr', 'DE: d Njemica\nFR: d Francuskinja\nHR: d Hrvatica\nRS: d Srpkinja\nRU: d Ruskinja\nUA: d Ukrajinka\nUS: d Amerikanka'],
  ['sl', 'DE: d Nemka\nFR: d Francozinja\nHR: d Hrvatica\nRU: d Rusinja\nUA: d Ukrajinka\nUS: d Američanka'],
];
