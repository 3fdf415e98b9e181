/** Danish: names (n), adjectives (a), persons (d), seats (m), and bound forms (c) that no rule of `bound-forms.ts` yields; irregular cases in brackets. */
export const DA = `
AF: a afghansk
AL: a albansk
AM: a armensk
AR: a argentinsk
AT: a østrigsk
AU: a australsk
AZ: a aserbajdsjansk
BA: n Bosnien; a bosnisk
BE: a belgisk
BG: a bulgarsk
BR: a brasiliansk
BY: a belarusisk, hviderussisk
CA: a canadisk
CH: a schweizisk
CN: a kinesisk; d kinesere
CU: a cubansk
CZ: a tjekkisk
DE: a tysk; d tyskere
DK: a dansk; d danskere; m Christiansborg
EE: a estisk
EG: a egyptisk
ES: a spansk
FI: a finsk
FR: a fransk
GB: n Storbritannien, England, Skotland; a britisk; d briter
GE: a georgisk
GL: a grønlandsk; d grønlændere; m Nuuk
GR: a græsk
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
KR: a sydkoreansk
KZ: a kasakhisk
LB: a libanesisk
LT: a litauisk
LV: a lettisk
MX: a mexicansk
NL: n Holland; a hollandsk, nederlandsk
NO: a norsk; d nordmænd
PK: a pakistansk
PL: a polsk; d polakker
PS: l Palæstina; a palæstinensisk; d palæstinensere
PT: a portugisisk
RO: a rumænsk
RS: a serbisk; d serbere
RU: a russisk; d russere
SA: a saudisk, saudiarabisk
SE: a svensk; d svenskere
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
