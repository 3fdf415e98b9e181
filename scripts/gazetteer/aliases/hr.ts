/** Croatian: names (n), adjectives (a), persons (d), seats (m), and bound forms (c) that no rule of `bound-forms.ts` yields; irregular cases in brackets. */
export const HR = `
AF: a afganistanski, afganski; d Afganistanci
AL: a albanski; d Albanci
AM: a armenski; d Armenci
AR: a argentinski
AT: a austrijski; d Austrijanci; c austro-
AU: a australski
AZ: a azerbajdžanski, azerski
BA: n Bosna, BiH; a bosanski, bosanskohercegovački; d Bosanci
BE: a belgijski
BG: a bugarski; d Bugari
BR: a brazilski
BY: a bjeloruski; d Bjelorusi
CA: a kanadski
CH: a švicarski
CN: a kineski; d Kinezi
CY: a ciparski
CZ: a češki; d Česi
DE: a njemački; d Nijemci
DK: a danski
EE: a estonski
EG: a egipatski
ES: a španjolski; d Španjolci
FI: a finski
FR: a francuski; d Francuzi
GB: n Velika Britanija, Britanija, Engleska; a britanski; d Britanci
GE: a gruzijski; d Gruzijci
GR: a grčki; d Grci
HR: a hrvatski; d Hrvati; m Banski dvori
HU: a mađarski; d Mađari
IE: a irski
IL: a izraelski; d Izraelci
IN: a indijski
IQ: a irački; d Iračani
IR: a iranski; d Iranci
IT: a talijanski; d Talijani
JO: a jordanski
JP: a japanski; d Japanci
KP: a sjevernokorejski; d Sjevernokorejci
KR: a južnokorejski
KZ: a kazahstanski
LB: a libanonski
LT: a litavski
LV: a latvijski
LY: a libijski
MD: a moldavski
ME: a crnogorski; d Crnogorci
MK: n Makedonija; a makedonski, sjevernomakedonski; d Makedonci
MX: a meksički
NL: a nizozemski; d Nizozemci
NO: a norveški
PK: a pakistanski; d Pakistanci
PL: a poljski; d Poljaci
PS: a palestinski; d Palestinci
PT: a portugalski
RO: a rumunjski; d Rumunji
RS: a srpski, srbijanski; d Srbi, Srbijanci
RU: n Ruska Federacija; a ruski; d Rusi
SA: a saudijski
SE: a švedski
SI: a slovenski; d Slovenci
SK: a slovački; d Slovaci
SY: a sirijski; d Sirijci
TR: a turski; d Turci
TW: a tajvanski
UA: a ukrajinski; d Ukrajinci; m Kijev
US: n Amerika; a američki; d Amerikanci
VE: a venezuelanski
VN: a vijetnamski
XK: a kosovski
`;
