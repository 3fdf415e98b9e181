/** Dutch adjectives of further countries; those in -ees lose a letter ("Portugese"). */
const NL = `
AF: a Afghaans
AL: a Albanees, Albanese
AM: a Armeens
AR: a Argentijns
AT: a Oostenrijks
AU: a Australisch
AZ: a Azerbeidzjaans
BA: a Bosnisch
BE: a Belgisch
BG: a Bulgaars
BR: a Braziliaans
BY: a Belarussisch, Wit-Russisch
CA: a Canadees, Canadese
CH: a Zwitsers
CO: a Colombiaans
CU: a Cubaans
CY: a Cypriotisch
CZ: a Tsjechisch
DK: a Deens
DZ: a Algerijns
EE: a Ests
EG: a Egyptisch
ES: a Spaans; d Spanjaarden
ET: a Ethiopisch
FI: a Fins
GE: a Georgisch
GL: a Groenlands
GR: a Grieks; d Grieken
HR: a Kroatisch
HU: a Hongaars
ID: a Indonesisch
IE: a Iers
IN: a Indiaas
IQ: a Iraaks
IS: a IJslands
IT: a Italiaans; d Italianen
JP: a Japans
KP: a Noord-Koreaans
KR: a Zuid-Koreaans
KZ: a Kazachs
LB: a Libanees, Libanese
LT: a Litouws
LV: a Lets
LY: a Libisch
MA: a Marokkaans
MD: a Moldavisch
MX: a Mexicaans
NG: a Nigeriaans
NO: a Noors
PH: a Filipijns
PK: a Pakistaans
PT: a Portugees, Portugese
RO: a Roemeens
RS: a Servisch
SA: a Saoedisch
SE: a Zweeds
SI: a Sloveens
SK: a Slowaaks
SO: a Somalisch
SR: a Surinaams
SY: a Syrisch
TR: a Turks; d Turken
VE: a Venezolaans
VN: a Vietnamees, Vietnamese
XK: a Kosovaars
ZA: a Zuid-Afrikaans
`;

/** Hungarian; without "lett" (became), "ír" (writes) and "angol" (mostly the language). */
const HU = `
AF: a afgán
AL: a albán
AM: a örmény
AT: a osztrák
AU: a ausztrál
AZ: a azeri
BA: a boszniai
BE: a belga
BG: a bolgár
BR: a brazil
BY: a belarusz, fehérorosz
CA: a kanadai
CH: a svájci
CY: a ciprusi
CZ: a cseh
DE: a német
DK: a dán
EG: a egyiptomi
ES: a spanyol
FI: a finn
FR: a francia
GB: a brit
GE: a grúz
GR: a görög
HR: a horvát
IL: a izraeli
IN: a indiai
IQ: a iraki
IR: a iráni
IT: a olasz
JP: a japán
KP: a észak-koreai
KR: a dél-koreai
KZ: a kazah
LB: a libanoni
LT: a litván
MD: a moldovai
ME: a montenegrói
MK: a macedón
MX: a mexikói
NL: a holland
NO: a norvég
PK: a pakisztáni
PL: a lengyel
PS: a palesztin
PT: a portugál
RO: a román
RS: a szerb
SA: a szaúdi
SE: a svéd
SI: a szlovén
SK: a szlovák
SY: a szíriai
TR: a török
TW: a tajvani
VE: a venezuelai
VN: a vietnámi
XK: a koszovói
`;

/** Hindi: with and without the dots below that many leave off. */
const HI = `
BD: a बांग्लादेशी
CA: a कनाडाई
CN: a चाइनीज़
DE: a जर्मन
FR: a फ़्रांसीसी, फ्रांसीसी
GB: a ब्रिटिश, ब्रितानी
IL: n इज़राइल, इजरायल, इसराइल; a इज़राइली, इजरायली, इसराइली
IN: a भारतीय
IR: a ईरानी
JP: a जापानी
LK: a श्रीलंकाई
NP: a नेपाली
PK: a पाकिस्तानी
PS: a फ़िलिस्तीनी, फिलिस्तीनी
RU: a रूसी
TR: n तुर्की
UA: a यूक्रेनी
US: a अमेरिकी, अमरीकी
`;

/** Languages whose adjectives CLDR's currencies do not give. */
export const ADJECTIVES: [language: string, source: string][] = [
  ['nl', NL],
  ['hu', HU],
  ['hi', HI],
];
