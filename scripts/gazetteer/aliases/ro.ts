/** Romanian: names (n), adjectives (a), persons (d), seats (m), and bound forms (c) that no rule of `bound-forms.ts` yields; irregular cases in brackets. */
export const RO = `
AF: a afgan
AL: a albanez; c albano-
AM: a armean; d armeni
AT: a austriac; c austro-
AZ: a azer
BE: a belgian
BG: a bulgar, bulgăresc; c bulgaro-
BR: a brazilian
BY: a belarus
CA: a canadian
CH: a elvețian
CN: c chino-, sino-
CZ: a ceh; c ceho-
DE: a german; c germano-
DK: a danez
EG: a egiptean; c egipteano-
ES: a spaniol; c hispano-
FI: a finlandez
FR: a francez, franțuzesc; c franco-
GB: n Marea Britanie, Anglia; a britanic; c britanico-
GE: a georgian; c georgiano-
GR: a grec, grecesc; c greco-, eleno-
HR: a croat
HU: a maghiar, ungar, unguresc; c maghiaro-, ungaro-
IL: a israelian; d israelieni; c israeliano-
IN: a indian; c indo-
IQ: a irakian
IR: a iranian; c iraniano-
IT: a italian; c italo-
JP: a japonez; c japono-
KP: a nord-coreean
KR: a sud-coreean
KZ: a kazah
LT: a lituanian
MD: n Moldova; a moldovean (moldovene, moldoveană, moldovenii, moldovenilor), moldovenesc; c moldo-
MK: a macedonean
NL: n Olanda; a olandez
NO: a norvegian
PK: a pakistanez
PL: a polonez; c polono-
PS: a palestinian; d palestinieni
PT: a portughez; c luso-
RO: a român, românesc; d români; c româno-; m Cotroceni
RS: a sârb, sârbesc; c sârbo-
RU: n Federația Rusă; d ruși; c ruso-
SA: a saudit
SE: a suedez
SI: a sloven
SK: a slovac
SY: a sirian
TR: a turc, turcesc; d turci; c turco-
TW: a taiwanez
UA: d ucraineni; c ucraineano-
US: n Statele Unite; d americani; c americano-
XK: a kosovar
`;
