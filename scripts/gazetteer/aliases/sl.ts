/** Slovenian: names (n), adjectives (a), persons (d), seats (m), and bound forms (c) that no rule of `bound-forms.ts` yields; irregular cases in brackets. */
export const SL = `
AF: a afganistanski, afganski; d Afganistanci
AL: a albanski; d Albanci
AM: a armenski
AR: a argentinski
AT: a avstrijski; d Avstrijci; c avstro-
AU: a avstralski
AZ: a azerbajdžanski
BA: n Bosna, BiH; a bosanski; d Bosanci
BE: a belgijski
BG: a bolgarski; d Bolgari
BR: a brazilski
BY: a beloruski; d Belorusi
CA: a kanadski
CH: a švicarski
CN: a kitajski; d Kitajci
CY: a ciprski
CZ: a češki; d Čehi
DE: a nemški; d Nemci
DK: a danski
EE: a estonski
EG: a egiptovski
ES: a španski; d Španci
FI: a finski
FR: a francoski; d Francozi
GB: n Velika Britanija, Britanija, Anglija; a britanski; d Britanci
GE: a gruzijski, gruzinski
GR: a grški; d Grki
HR: a hrvaški; d Hrvati
HU: a madžarski; d Madžari
IE: a irski
IL: a izraelski; d Izraelci
IN: a indijski
IQ: a iraški
IR: a iranski; d Iranci
IT: a italijanski; d Italijani
JO: a jordanski
JP: a japonski; d Japonci
KP: a severnokorejski
KR: a južnokorejski
KZ: a kazahstanski
LB: a libanonski
LT: a litovski
LV: a latvijski
LY: a libijski
MD: a moldavski
ME: a črnogorski; d Črnogorci
MK: n Makedonija; a makedonski, severnomakedonski; d Makedonci
MX: a mehiški
NL: a nizozemski
NO: a norveški
PK: a pakistanski
PL: a poljski; d Poljaki
PS: a palestinski; d Palestinci
PT: a portugalski
RO: a romunski; d Romuni
RS: a srbski; d Srbi
RU: n Ruska federacija; a ruski; d Rusi
SA: a savdski
SE: a švedski
SI: a slovenski; d Slovenci
SK: a slovaški; d Slovaki
SY: a sirski, sirijski; d Sirci
TR: a turški; d Turki
TW: a tajvanski
UA: a ukrajinski; d Ukrajinci; m Kijev
US: n Amerika; a ameriški; d Američani
VE: a venezuelski
VN: a vietnamski
XK: a kosovski
`;
