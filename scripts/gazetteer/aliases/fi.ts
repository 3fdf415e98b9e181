/** Finnish: names (n), adjectives (a), persons (d), seats (m), and bound forms (c) that no rule of `bound-forms.ts` yields; irregular cases in brackets. */
export const FI = `
AF: a afganistanilainen
AL: a albanialainen
AM: a armenialainen
AR: a argentiinalainen
AT: a itävaltalainen
AU: a australialainen
AZ: a azerbaidžanilainen
BE: a belgialainen
BG: a bulgarialainen
BR: a brasilialainen
BY: a valkovenäläinen
CA: a kanadalainen
CH: a sveitsiläinen
CN: a kiinalainen
CU: a kuubalainen
CZ: a tšekkiläinen
DE: a saksalainen
DK: a tanskalainen
EE: a virolainen
EG: a egyptiläinen
ES: a espanjalainen
FI: a suomalainen
FR: a ranskalainen
GB: n Britannia, Iso-Britannia, Englanti, Skotlanti; a brittiläinen
GE: a georgialainen
GL: a grönlantilainen
GR: a kreikkalainen
HR: a kroatialainen
HU: a unkarilainen
IE: a irlantilainen
IL: a israelilainen
IN: a intialainen
IQ: a irakilainen
IR: a iranilainen
IS: a islantilainen
IT: a italialainen
JP: a japanilainen
KP: a pohjoiskorealainen
KR: a eteläkorealainen
KZ: a kazakstanilainen
LB: a libanonilainen
LT: a liettualainen
LV: a latvialainen
MX: a meksikolainen
NL: n Hollanti; a alankomaalainen, hollantilainen
NO: a norjalainen
PK: a pakistanilainen
PL: a puolalainen
PS: l Palestiina; a palestiinalainen
PT: a portugalilainen
RO: a romanialainen
RS: a serbialainen
RU: a venäläinen
SA: a saudiarabialainen
SE: a ruotsalainen
SK: a slovakialainen
SY: a syyrialainen
TR: a turkkilainen
TW: a taiwanilainen
UA: a ukrainalainen
US: a yhdysvaltalainen, amerikkalainen
VE: a venezuelalainen
VN: a vietnamilainen
XK: a kosovolainen
`;
