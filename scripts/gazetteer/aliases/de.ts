/** German: names (n), adjectives (a), persons (d), seats (m), bound forms (c). CLDR's names and capitals come on top. */
export const DE = `
AE: n VAE; a emiratisch; m Abu Dhabi
AF: a afghanisch; d Afghane, Afghanen
AL: a albanisch; d Albaner
AM: a armenisch; d Armenier
AR: a argentinisch; d Argentinier
AT: a österreichisch; d Österreicher; c österreichisch-
AU: a australisch; d Australier; m Canberra
AZ: a aserbaidschanisch; d Aserbaidschaner
BA: n Bosnien, Bosnien-Herzegowina; a bosnisch; d Bosnier
BE: a belgisch; d Belgier
BG: a bulgarisch; d Bulgare, Bulgaren
BR: a brasilianisch; d Brasilianer
BY: n Weißrussland; a belarussisch, belarusisch, weißrussisch; d Belarusse, Belarussen, Weißrusse, Weißrussen
CA: a kanadisch; d Kanadier; m Ottawa
CD: l DR Kongo; n Demokratische Republik Kongo, Kongo-Kinshasa; a kongolesisch
CF: a zentralafrikanisch
CG: l Republik Kongo; n Kongo-Brazzaville
CH: a schweizerisch; d Schweizer
CL: a chilenisch; d Chilene, Chilenen
CN: n Volksrepublik China, VR China; a chinesisch; d Chinese, Chinesen; m Peking; c chinesisch-, sino-
CO: a kolumbianisch; d Kolumbianer
CU: a kubanisch; d Kubaner
CY: a zyprisch, zypriotisch; d Zyprer, Zyprioten
CZ: n Tschechische Republik; a tschechisch; d Tscheche, Tschechen; c tschechisch-
DE: n Bundesrepublik Deutschland, Bundesrepublik, BRD; a deutsch; d Deutsche; m Bundestag, Bundeswehr, Bundesregierung, Kanzleramt, Bundeskanzleramt; c deutsch-
DK: a dänisch; d Däne, Dänen; c dänisch-
DZ: a algerisch; d Algerier
EE: a estnisch; d Estin
EG: a ägyptisch; d Ägypter
ES: a spanisch; d Spanier; c spanisch-
ET: a äthiopisch; d Äthiopier
EU: l Europäische Union; n EU; m EU-Kommission, Europäische Kommission, Europaparlament, Europäisches Parlament, EU-Parlament, Europäischer Rat
FI: a finnisch; d Finne, Finnen; c finnisch-
FR: a französisch; d Franzose, Franzosen; m Élysée, Élysée-Palast; c französisch-, franko-
GB: l Großbritannien; n Vereinigtes Königreich, Nordirland, England, Schottland, Wales; a britisch, schottisch; d Brite, Briten; m Downing Street, Buckingham-Palast; c britisch-
GE: a georgisch; d Georgier; c georgisch-
GL: a grönländisch; d Grönländer; m Nuuk
GR: a griechisch; d Grieche, Griechen; c griechisch-
HR: a kroatisch; d Kroate, Kroaten
HT: a haitianisch
HU: a ungarisch; d Ungar, Ungarin (Ungarinnen); c ungarisch-
ID: a indonesisch; d Indonesier
IE: a irisch; d Iren, Irin (Irinnen)
IL: a israelisch; d Israeli, Israelis (Israelinnen); m Tel Aviv, Knesset; c israelisch-
IN: a indisch; d Inder; m Neu-Delhi, Delhi; c indisch-
IQ: a irakisch; d Iraker
IR: n Islamische Republik Iran; a iranisch; d Iraner; c iranisch-
IS: a isländisch; d Isländer
IT: a italienisch; d Italiener; c italienisch-
JO: a jordanisch; d Jordanier
JP: a japanisch; d Japaner; c japanisch-
KE: a kenianisch; d Kenianer
KG: a kirgisisch; d Kirgise, Kirgisen
KH: a kambodschanisch; d Kambodschaner
KP: a nordkoreanisch; d Nordkoreaner; m Pjöngjang; c nordkoreanisch-
KR: a südkoreanisch; d Südkoreaner; c südkoreanisch-
KZ: a kasachisch; d Kasache, Kasachen; m Astana
LB: a libanesisch; d Libanese, Libanesen
LT: a litauisch; d Litauer
LU: a luxemburgisch; d Luxemburger
LV: a lettisch; d Lette, Letten
LY: a libysch; d Libyer
MA: a marokkanisch; d Marokkaner; m Rabat
MD: n Republik Moldau, Moldau, Moldawien; a moldauisch, moldawisch; d Moldauer
ME: a montenegrinisch; d Montenegriner
MK: a nordmazedonisch, mazedonisch
MM: n Birma, Burma; a myanmarisch, birmanisch
MN: a mongolisch
MX: a mexikanisch; d Mexikaner
MY: a malaysisch
NG: a nigerianisch; d Nigerianer; m Abuja
NL: n Holland; a niederländisch, holländisch; d Niederländer, Holländer; c niederländisch-
NO: a norwegisch; d Norweger; c norwegisch-
NZ: a neuseeländisch; d Neuseeländer
PE: a peruanisch
PH: a philippinisch; d Filipino, Filipinos
PK: a pakistanisch; d Pakistaner, Pakistani; m Islamabad
PL: a polnisch; d Pole; c polnisch-
PS: l Palästina; n Palästinensische Autonomiebehörde, Palästinensergebiete; a palästinensisch; d Palästinenser; m Ramallah; c palästinensisch-
PT: a portugiesisch; d Portugiese, Portugiesen
QA: n Qatar; a katarisch; m Doha
RO: a rumänisch; d Rumäne, Rumänen
RS: a serbisch; d Serbe, Serben; c serbisch-
RU: n Russische Föderation, Rußland; a russisch; d Russe, Russen; m Kreml, Staatsduma; c russisch-
SA: n Saudi Arabien; a saudisch, saudi-arabisch, saudiarabisch; m Riad
SD: a sudanesisch
SE: a schwedisch; d Schwede; c schwedisch-
SI: a slowenisch; d Slowene, Slowenen
SK: a slowakisch; d Slowake, Slowaken
SO: a somalisch; d Somalier
SS: a südsudanesisch
SY: a syrisch; d Syrer; c syrisch-
TH: a thailändisch; d Thailänder
TJ: a tadschikisch
TN: a tunesisch; d Tunesier
TR: a türkisch; d Türke, Türken; m Ankara; c türkisch-
TW: a taiwanisch, taiwanesisch; d Taiwaner; m Taipeh; c taiwanisch-
UA: a ukrainisch; d Ukrainer; m Kiew, Kyjiw; c ukrainisch-
UN: l Vereinte Nationen; n UN, UNO, Uno; m UN-Sicherheitsrat, Uno-Sicherheitsrat, UN-Vollversammlung, UN-Generalversammlung
US: l USA; n Vereinigte Staaten, Vereinigte Staaten von Amerika, US, Amerika; a amerikanisch, US-amerikanisch; d Amerikaner, US-Amerikaner; m Washington, Weißes Haus (Weißen Haus, Weißen Hauses, Weiße Haus), Pentagon, US-Regierung, US-Präsident, US-Außenministerium; c amerikanisch-
UZ: a usbekisch; d Usbeke, Usbeken
VA: n Vatikan, Heiliger Stuhl
VE: a venezolanisch; d Venezolaner
VN: n Viet Nam; a vietnamesisch; d Vietnamese, Vietnamesen; m Hanoi
XK: a kosovarisch; d Kosovare, Kosovaren; m Pristina
YE: a jemenitisch; d Jemenit, Jemeniten; m Sanaa
ZA: a südafrikanisch; d Südafrikaner; m Pretoria
NATO: l Nato; n NATO, Nordatlantikpakt, Nordatlantisches Bündnis, Atlantisches Bündnis
`;
