/** Czech: names (n), adjectives (a), persons (d), seats (m), bound forms (c); irregular cases in brackets. */
export const CS = `
AE: n SAE; a emirátský; m Abú Zabí
AF: a afghánský; d Afghánec
AL: a albánský
AM: a arménský; d Armén; c arménsko-
AR: a argentinský
AT: a rakouský; d Rakušan; c rakousko-
AU: a australský; d Australan; m Canberra
AZ: a ázerbájdžánský; c ázerbájdžánsko-
BE: a belgický; d Belgičan
BG: a bulharský; d Bulhar
BR: a brazilský
BY: a běloruský; d Bělorus; c bělorusko-
CA: a kanadský; d Kanaďan; m Ottawa
CD: n Demokratická republika Kongo, DR Kongo
CG: n Konžská republika, Republika Kongo
CH: a švýcarský; d Švýcar; m Bern
CN: n Čínská lidová republika, ČLR; a čínský; d Číňan, Číňané; m Peking; c čínsko-
CU: a kubánský
CY: a kyperský
CZ: l Česko; n Česká republika, ČR; a český; d Češi; c česko-
DE: n Spolková republika Německo, SRN; a německý; d Němec, Němci; m Bundestag, Spolkový sněm, bundeswehr; c německo-
DK: a dánský; d Dánové; c dánsko-
EE: a estonský; d Estonec; c estonsko-
EG: a egyptský
ES: a španělský; d Španěl
EU: l Evropská unie; n EU; a unijní; m Evropská komise, Evropský parlament, Evropská rada, europarlament
FI: a finský; d Finové; c finsko-
FR: a francouzský; d Francouz; m Elysejský palác; c francouzsko-
GB: l Spojené království; n Velká Británie, Británie, Severní Irsko, Anglie, Skotsko, Wales; a britský, skotský; d Brit, Britové; m Downing Street; c britsko-
GE: a gruzínský; d Gruzínec; c gruzínsko-
GL: a grónský; d Gróňan; m Nuuk
GR: a řecký; d Řek, Řekové; c řecko-
HR: a chorvatský; d Chorvat
HU: a maďarský; d Maďar; c maďarsko-
IE: a irský
IL: a izraelský; d Izraelec, Izraelci; m Tel Aviv, Kneset; c izraelsko-
IN: a indický; m Nové Dillí, Dillí; c indicko-
IQ: a irácký; c irácko-
IR: n Íránská islámská republika; a íránský; d Íránec, Íránci; c íránsko-
IT: a italský; d Italové; c italsko-
JO: a jordánský
JP: a japonský; d Japonec, Japonci; c japonsko-
KG: a kyrgyzský
KP: n KLDR, Severní Korea; a severokorejský; d Severokorejec; m Pchjongjang; c severokorejsko-
KR: n Jižní Korea, Korejská republika; a jihokorejský; d Jihokorejec; c jihokorejsko-
KZ: a kazašský, kazachstánský; m Astana
LB: a libanonský
LT: a litevský; d Litevec; c litevsko-
LV: a lotyšský; d Lotyš; c lotyšsko-
LY: a libyjský
MA: a marocký
MD: n Moldavsko, Moldávie; a moldavský; c moldavsko-
ME: a černohorský
MK: a makedonský, severomakedonský
MM: n Barma; a barmský
MX: a mexický
NL: n Holandsko; a nizozemský, holandský; d Nizozemec
NO: a norský; d Norové; c norsko-
PK: a pákistánský; m Islámábád
PL: n Polská republika; a polský; d Polák, Poláci; c polsko-
PS: l Palestina; n Palestinská samospráva, Stát Palestina; a palestinský; d Palestinec, Palestinci; c palestinsko-
PT: a portugalský
QA: a katarský; m Dauhá
RO: a rumunský; d Rumun; c rumunsko-
RS: a srbský; d Srb, Srbové; c srbsko-
RU: n Ruská federace; a ruský; d Rusové; m Kreml, Státní duma; c rusko-
SA: a saúdský, saúdskoarabský; m Rijád
SE: a švédský; d Švéd; c švédsko-
SI: a slovinský
SK: a slovenský; d Slovák, Slováci; c slovensko-
SY: a syrský; d Syřan; c syrsko-
TR: a turecký; d Turek, Turci; m Ankara; c turecko-
TW: a tchajwanský, taiwanský; m Tchaj-pej; c tchajwansko-
UA: a ukrajinský; d Ukrajinec, Ukrajinci (Ukrajinců, Ukrajincům, Ukrajinci); m Kyjev; c ukrajinsko-
UN: l OSN; n Organizace spojených národů, Spojené národy; m Rada bezpečnosti OSN, Valné shromáždění OSN
US: l Spojené státy (Spojených států, Spojeným státům, Spojenými státy, Spojených státech); n USA, Spojené státy americké, Amerika; a americký; d Američan, Američané; m Washington, Bílý dům (Bílého domu, Bílému domu, Bílém domě, Bílým domem), Kapitol; c americko-
VA: n Vatikán, Svatý stolec; a vatikánský
VE: a venezuelský
VN: a vietnamský; m Hanoj
XK: a kosovský; m Priština
YE: a jemenský
ZA: n Jihoafrická republika; a jihoafrický; m Pretoria
NATO: l NATO; n Severoatlantická aliance
`;
