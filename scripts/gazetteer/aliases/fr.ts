/** French: names (n), adjectives (a), persons (d), seats (m), bound forms (c). CLDR's names and capitals come on top. */
export const FR = `
AE: n EAU, Émirats arabes unis; a émirati, émirien; m Abou Dhabi
AF: a afghan
AL: a albanais
AM: a arménien; c arméno-
AO: a angolais
AR: a argentin
AT: a autrichien; c austro-
AU: a australien; m Canberra; c australo-
AZ: a azerbaïdjanais, azéri; c azerbaïdjano-
BA: n Bosnie, Bosnie-Herzégovine; a bosnien; d Bosniaque, Bosniaques
BE: a belge; d Belges; c belgo-
BF: a burkinabè, burkinabé
BG: a bulgare; d Bulgares; c bulgaro-
BJ: a béninois
BR: a brésilien; d Brésiliens
BY: n Biélorussie, Bélarus; a biélorusse, bélarusse; d Biélorusses; c biélorusso-
CA: a canadien; m Ottawa; c canado-
CD: l RDC; n République démocratique du Congo, RD Congo, Congo-Kinshasa; a congolais
CF: a centrafricain
CG: l République du Congo; n Congo-Brazzaville
CH: a suisse, helvétique; d Suisses
CI: a ivoirien
CL: a chilien
CM: a camerounais; m Yaoundé
CN: n République populaire de Chine; a chinois; d Chinois; m Pékin; c sino-
CO: a colombien
CU: a cubain; c cubano-
CY: a chypriote; d Chypriotes
CZ: n République tchèque; a tchèque; d Tchèques; c tchéco-
DE: n République fédérale d’Allemagne, RFA; a allemand; d Allemands; m Bundestag, Bundeswehr; c germano-
DK: a danois; d Danois; c dano-
DZ: a algérien; d Algériens; c algéro-
EE: a estonien; d Estoniens
EG: a égyptien; c égypto-
ES: a espagnol; d Espagnols; c hispano-
ET: a éthiopien
EU: l Union européenne; n UE; m Commission européenne, Parlement européen, Conseil européen
FI: a finlandais; d Finlandais; c finno-
FR: n République française; a français; d Français; m Élysée, Matignon, Quai d’Orsay; c franco-
GA: a gabonais
GB: n Royaume-Uni, Grande-Bretagne, Irlande du Nord, Angleterre, Écosse, pays de Galles; a britannique, écossais; d Britanniques; m Downing Street, palais de Buckingham; c britannico-, anglo-
GE: a géorgien; d Géorgiens; c géorgo-
GL: a groenlandais; d Groenlandais; m Nuuk
GN: a guinéen
GR: a grec; d Grecs; c gréco-
HR: a croate; d Croates
HT: a haïtien
HU: a hongrois; d Hongrois; c hungaro-
ID: a indonésien
IE: a irlandais; d Irlandais
IL: n État d’Israël; a israélien; d Israéliens; m Tel-Aviv, Tel Aviv, Knesset; c israélo-
IN: a indien; d Indiens; m New Delhi, Delhi; c indo-
IQ: a irakien; d Irakiens; c irako-
IR: n République islamique d’Iran; a iranien; d Iraniens; c irano-
IS: a islandais
IT: a italien; d Italiens; m Palais Chigi; c italo-
JO: a jordanien; c jordano-
JP: a japonais; d Japonais; c nippo-, japono-
KE: a kényan
KG: a kirghize; d Kirghizes
KH: a cambodgien
KP: a nord-coréen; d Nord-Coréens
KR: a sud-coréen; d Sud-Coréens
KZ: a kazakh, kazakhstanais; d Kazakhs; m Astana
LB: a libanais; d Libanais; c libano-
LT: a lituanien; d Lituaniens
LU: a luxembourgeois; d Luxembourgeois
LV: a letton; d Lettons
LY: a libyen; d Libyens; c libyo-
MA: a marocain; d Marocains; m Rabat; c maroco-
MD: n Moldova; a moldave; d Moldaves
ME: a monténégrin
MG: a malgache
MK: n Macédoine; a macédonien, nord-macédonien
ML: a malien; d Maliens; c malo-
MM: n Birmanie; a birman; d Birmans
MR: a mauritanien
MU: l Île Maurice; a mauricien; d Mauriciens
MX: a mexicain; d Mexicains; c mexico-, mexicano-
NE: a nigérien; d Nigériens; c nigéro-
NG: a nigérian; d Nigérians; m Abuja
NL: n Hollande; a néerlandais, hollandais; d Néerlandais, Hollandais; c néerlando-
NO: a norvégien; d Norvégiens
NZ: a néo-zélandais; d Néo-Zélandais
PE: a péruvien
PH: a philippin; d Philippins
PK: a pakistanais; d Pakistanais; m Islamabad; c pakistano-
PL: a polonais; d Polonais; c polono-
PS: l Palestine; n Autorité palestinienne, État de Palestine, territoires palestiniens; a palestinien; d Palestiniens; m Ramallah; c palestino-
PT: a portugais; d Portugais; c luso-
QA: a qatari, qatarien; d Qataris; m Doha
RE: l Île de La Réunion; a réunionnais; d Réunionnais
RO: a roumain; d Roumains; c roumano-
RS: a serbe; d Serbes; c serbo-
RU: n Fédération de Russie; a russe; d Russes; m Kremlin; c russo-
RW: a rwandais; d Rwandais; c rwando-
SA: a saoudien; d Saoudiens; m Riyad; c saoudo-
SD: a soudanais; d Soudanais
SE: a suédois; d Suédois; c suédo-
SI: a slovène; d Slovènes
SK: a slovaque; d Slovaques
SN: a sénégalais; d Sénégalais
SO: a somalien; d Somaliens
SS: a sud-soudanais
SY: a syrien; d Syriens; c syro-
TD: a tchadien; d Tchadiens
TH: a thaïlandais; d Thaïlandais
TN: a tunisien; d Tunisiens; c tuniso-
TR: l Turquie; a turc, turque; d Turcs; m Ankara; c turco-
TW: a taïwanais; d Taïwanais; m Taipei; c taïwano-
UA: a ukrainien; d Ukrainiens; m Kiev, Kyiv; c ukraino-
UN: l Nations unies; n ONU, Organisation des Nations unies; a onusien; m Conseil de sécurité de l’ONU, Conseil de sécurité des Nations unies, Assemblée générale des Nations unies, Assemblée générale de l’ONU
US: n États-Unis, États-Unis d’Amérique, USA, Amérique; a américain, étasunien, états-unien; d Américains; m Washington, Maison-Blanche, Maison Blanche, département d’État américain; c américano-
VA: n Vatican, Saint-Siège
VE: a vénézuélien; d Vénézuéliens
VN: n Vietnam, Viêt Nam, Viêtnam; a vietnamien; d Vietnamiens; m Hanoï
XK: a kosovar; d Kosovars; m Pristina
YE: a yéménite; d Yéménites; m Sanaa
ZA: a sud-africain; d Sud-Africains; m Pretoria
NATO: l OTAN; n Otan, Alliance atlantique, Organisation du traité de l’Atlantique nord
`;
