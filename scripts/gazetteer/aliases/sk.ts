/** Slovak: names (n), adjectives (a), persons (d), seats (m), and bound forms (c) that no rule of `bound-forms.ts` yields; irregular cases in brackets. */
export const SK = `
AF: a afganský; d Afganci
AL: a albánsky; d Albánci
AM: a arménsky; d Arméni
AR: a argentínsky
AT: a rakúsky; d Rakúšania
AU: a austrálsky
AZ: a azerbajdžanský; d Azerbajdžanci
BA: n Bosna; a bosniansky
BE: a belgický
BG: a bulharský; d Bulhari
BR: a brazílsky
BY: a bieloruský; d Bielorusi
CA: a kanadský
CH: a švajčiarsky
CN: a čínsky; d Číňania
CY: a cyperský
CZ: n Česká republika; a český; d Česi
DE: a nemecký; d Nemci
DK: a dánsky
EE: a estónsky
EG: a egyptský
ES: a španielsky; d Španieli
FI: a fínsky
FR: a francúzsky; d Francúzi
GB: n Veľká Británia, Británia, Anglicko; a britský; d Briti
GE: a gruzínsky; d Gruzínci
GR: a grécky; d Gréci
HR: a chorvátsky; d Chorváti
HU: a maďarský; d Maďari
IE: a írsky
IL: a izraelský; d Izraelčania
IN: a indický
IQ: a iracký
IR: a iránsky; d Iránci
IT: a taliansky; d Taliani
JO: a jordánsky
JP: a japonský; d Japonci
KP: a severokórejský; d Severokórejci
KR: a juhokórejský
KZ: a kazašský
LB: a libanonský
LT: a litovský
LV: a lotyšský
LY: a líbyjský
MD: a moldavský
ME: a čiernohorský
MK: a macedónsky, severomacedónsky
MX: a mexický
NL: n Holandsko; a holandský
NO: a nórsky
PK: a pakistanský
PL: a poľský; d Poliaci
PS: a palestínsky; d Palestínčania
PT: a portugalský
RO: a rumunský; d Rumuni
RS: a srbský; d Srbi
RU: n Ruská federácia; a ruský; d Rusi
SA: a saudskoarabský, saudský
SE: a švédsky
SI: a slovinský; d Slovinci
SK: n Slovenská republika; a slovenský; d Slováci
SY: a sýrsky; d Sýrčania
TR: a turecký; d Turci
TW: a taiwanský
UA: a ukrajinský; d Ukrajinci
US: n Spojené štáty americké, Amerika; a americký; d Američania
VE: a venezuelský
VN: a vietnamský
XK: a kosovský
`;
