/** Polish: names (n), adjectives (a), persons (d), seats (m), bound forms (c); irregular cases in brackets. */
export const PL = `
AE: n ZEA; a emiracki; m Abu Zabi
AF: a afgański; d Afgańczyk, Afgańczycy
AL: a albański; d Albańczyk
AM: a armeński, ormiański; d Ormianin, Ormianie; c armeńsko-
AR: a argentyński
AT: a austriacki; d Austriak; c austriacko-, austro-
AU: a australijski
AZ: a azerbejdżański, azerski; c azersko-
BE: a belgijski; d Belg
BG: a bułgarski; d Bułgar
BR: a brazylijski
BY: a białoruski; d Białorusin, Białorusini; c białorusko-
CA: a kanadyjski; d Kanadyjczyk
CD: n Demokratyczna Republika Konga, DR Konga, DRK
CF: n Republika Środkowoafrykańska, RŚA
CG: n Republika Konga
CH: a szwajcarski; d Szwajcar
CN: n Chiny (Chin, Chinom, Chinami, Chinach), ChRL, Chińska Republika Ludowa; a chiński; d Chińczyk, Chińczycy; m Pekin; c chińsko-, sino-
CU: a kubański
CY: a cypryjski
CZ: n Czechy (Czech, Czechom, Czechami, Czechach), Republika Czeska; a czeski; c czesko-
DE: n Niemcy (Niemiec, Niemcom, Niemcami, Niemczech), RFN, Republika Federalna Niemiec; a niemiecki; m Bundestag, Bundeswehra; c niemiecko-
DK: a duński; d Duńczyk, Duńczycy; c duńsko-
DZ: a algierski
EE: a estoński; d Estończyk; c estońsko-
EG: a egipski
ES: a hiszpański; d Hiszpan
ET: a etiopski
EU: l Unia Europejska; n UE; a unijny; m Komisja Europejska, Parlament Europejski, Rada Europejska
FI: a fiński; d Finowie; c fińsko-
FR: a francuski; d Francuz; m Pałac Elizejski; c francusko-
GB: l Wielka Brytania; n Zjednoczone Królestwo, Irlandia Północna, Anglia, Szkocja, Walia; a brytyjski, szkocki; d Brytyjczyk, Brytyjczycy; m Downing Street; c brytyjsko-
GE: a gruziński; d Gruzin; c gruzińsko-
GL: a grenlandzki; m Nuuk
GR: a grecki; d Grek; c grecko-
HR: a chorwacki
HU: n Węgry (Węgier, Węgrom, Węgrami, Węgrzech); a węgierski; c węgiersko-
IE: a irlandzki
IL: a izraelski; d Izraelczyk, Izraelczycy; m Tel Awiw, Kneset; c izraelsko-
IN: a indyjski; m Nowe Delhi, Delhi; c indyjsko-
IQ: a iracki; c iracko-
IR: n Islamska Republika Iranu; a irański; d Irańczyk, Irańczycy; c irańsko-
IT: n Włochy (Włoch, Włochom, Włochami, Włoszech); a włoski; c włosko-
JO: a jordański
JP: a japoński; d Japończyk, Japończycy; c japońsko-
KG: n Kirgizja; a kirgiski
KP: n KRLD, Korea Północna; a północnokoreański; m Pjongjang; c północnokoreańsko-
KR: n Korea Południowa, Republika Korei; a południowokoreański; c południowokoreańsko-
KZ: a kazachski, kazachstański; m Astana
LB: a libański
LT: a litewski; d Litwin; c litewsko-
LV: a łotewski; d Łotysz; c łotewsko-
LY: a libijski
MA: a marokański
MD: n Mołdawia; a mołdawski; c mołdawsko-
ME: a czarnogórski
MK: a macedoński
MM: n Birma, Mjanma; a birmański
MX: a meksykański
NG: a nigeryjski
NL: n Holandia; a holenderski, niderlandzki; d Holender
NO: a norweski; d Norweg; c norwesko-
PK: a pakistański
PL: n Rzeczpospolita Polska, Rzeczpospolita; a polski; d Polak, Polacy; c polsko-
PS: l Palestyna; n Autonomia Palestyńska, Państwo Palestyna; a palestyński; d Palestyńczyk, Palestyńczycy; c palestyńsko-
PT: a portugalski
QA: a katarski; m Doha
RO: a rumuński; d Rumun; c rumuńsko-
RS: a serbski; d Serb; c serbsko-
RU: n Federacja Rosyjska; a rosyjski; d Rosjanin, Rosjanie (Rosjan, Rosjanom, Rosjanami, Rosjanach); m Kreml, Duma Państwowa; c rosyjsko-
SA: a saudyjski; m Rijad
SE: a szwedzki; d Szwed; c szwedzko-
SI: a słoweński
SK: a słowacki; d Słowak; c słowacko-
SY: a syryjski; d Syryjczyk, Syryjczycy; c syryjsko-
TR: a turecki; d Turek, Turcy (Turków, Turkom, Turkami); m Ankara; c turecko-
TW: a tajwański; d Tajwańczyk, Tajwańczycy; m Tajpej; c tajwańsko-
UA: n Ukraina (Ukrainy, Ukrainie, Ukrainę, Ukrainą); a ukraiński; d Ukrainiec (Ukraińca, Ukraińcy, Ukraińców, Ukraińcom, Ukraińcami, Ukraińcach); m Kijów (Kijowa, Kijowowi, Kijowem, Kijowie); c ukraińsko-
UN: l ONZ; n Organizacja Narodów Zjednoczonych, Narody Zjednoczone; m Rada Bezpieczeństwa ONZ, Zgromadzenie Ogólne ONZ
US: l Stany Zjednoczone (Stanów Zjednoczonych, Stanom Zjednoczonym, Stanami Zjednoczonymi, Stanach Zjednoczonych); n USA, Ameryka; a amerykański; d Amerykanin, Amerykanie (Amerykanów, Amerykanom, Amerykanami); m Waszyngton, Biały Dom (Białego Domu, Białemu Domowi, Białym Domem, Białym Domu), Departament Stanu, Kapitol; c amerykańsko-
VA: n Watykan, Stolica Apostolska; a watykański
VE: a wenezuelski; c wenezuelsko-
VN: a wietnamski; m Hanoi
XK: a kosowski; m Prisztina
YE: a jemeński; m Sana
ZA: n RPA; a południowoafrykański; m Pretoria
NATO: l NATO; n Sojusz Północnoatlantycki, Organizacja Traktatu Północnoatlantyckiego; a natowski
`;
