/** Norwegian: names (n), adjectives (a), persons (d), seats (m), and bound forms (c) that no rule of `bound-forms.ts` yields; irregular cases in brackets. */
export const NB = `
AF: a afghansk
AL: a albansk
AM: a armensk
AR: a argentinsk
AT: a østerriksk
AU: a australsk
AZ: a aserbajdsjansk
BA: n Bosnia; a bosnisk
BE: a belgisk
BG: a bulgarsk
BR: a brasiliansk
BY: a belarusisk, hviterussisk
CA: a kanadisk
CH: a sveitsisk
CN: a kinesisk; d kinesere
CU: a cubansk
CZ: a tsjekkisk
DE: a tysk; d tyskere
DK: a dansk; d dansker
EE: a estisk
EG: a egyptisk
ES: a spansk
FI: a finsk
FR: a fransk
GB: n Storbritannia, England, Skottland; a britisk; d briter
GE: a georgisk
GL: a grønlandsk; d grønlendere; m Nuuk
GR: a gresk
HR: a kroatisk
HU: a ungarsk
IE: a irsk
IL: a israelsk; d israelere
IN: a indisk
IQ: a irakisk
IR: a iransk; d iranere
IS: a islandsk
IT: a italiensk
JP: a japansk
KP: a nordkoreansk; d nordkoreanere
KR: a sørkoreansk
KZ: a kasakhstansk
LB: a libanesisk
LT: a litauisk
LV: a latvisk
MX: a meksikansk
NL: a nederlandsk
NO: a norsk; d nordmenn; m Stortinget
PK: a pakistansk
PL: a polsk; d polakker
PS: l Palestina; a palestinsk; d palestinere
PT: a portugisisk
RO: a rumensk
RS: a serbisk; d serbere
RU: a russisk; d russere
SA: a saudisk, saudiarabisk
SE: a svensk; d svensker
SI: a slovensk
SK: a slovakisk
SY: a syrisk
TR: a tyrkisk
TW: a taiwansk
UA: a ukrainsk; d ukrainere
US: a amerikansk; d amerikanere
VE: a venezuelansk
VN: a vietnamesisk
XK: a kosovarsk
`;
