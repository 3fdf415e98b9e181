/** Italian: names (n), adjectives (a), persons (d), seats (m), bound forms (c). CLDR's names and capitals come on top. */
export const IT = `
AE: n Emirati Arabi, EAU; a emiratino; m Abu Dhabi
AF: a afghano, afgano
AL: a albanese
AM: a armeno
AR: a argentino
AT: a austriaco; c austro-
AU: a australiano; m Canberra
AZ: a azero, azerbaigiano
BE: a belga (belgi, belghe)
BG: a bulgaro
BR: a brasiliano
BY: a bielorusso
CA: a canadese; m Ottawa
CD: n Repubblica Democratica del Congo, RD Congo
CG: n Repubblica del Congo
CH: a svizzero, elvetico
CN: n Repubblica Popolare Cinese, Cina popolare; a cinese; m Pechino; c sino-
CU: a cubano
CZ: n Repubblica Ceca; a ceco (cechi, ceca, ceche)
DE: a tedesco (tedeschi, tedesca, tedesche); m Bundestag; c germano-
DK: a danese
DZ: a algerino
EE: a estone
EG: a egiziano; c egiziano-
ES: a spagnolo; c ispano-
EU: l Unione Europea; n UE; m Commissione europea, Parlamento europeo, Eurocamera, Consiglio europeo
FI: a finlandese
FR: a francese; m Eliseo; c franco-
GB: n Gran Bretagna, Irlanda del Nord, Inghilterra, Scozia, Galles; a britannico (britannici, britannica, britanniche), scozzese; m Downing Street; c britannico-, anglo-
GE: a georgiano
GL: a groenlandese; m Nuuk
GR: a greco (greci, greca, greche); c greco-
HR: a croato
HU: a ungherese
IE: a irlandese
IL: a israeliano; m Tel Aviv, Knesset; c israelo-
IN: a indiano; m Nuova Delhi, New Delhi; c indo-
IQ: a iracheno
IR: n Repubblica Islamica dell’Iran; a iraniano; c irano-
IT: n Repubblica Italiana; a italiano; m Palazzo Chigi, Quirinale, Farnesina, Montecitorio; c italo-
JP: a giapponese, nipponico; c nippo-
KP: a nordcoreano
KR: a sudcoreano
KZ: a kazako; m Astana
LB: a libanese
LT: a lituano
LV: a lettone
LY: a libico (libici, libica, libiche); c libico-
MA: a marocchino; m Rabat
MD: a moldavo
ME: a montenegrino
MM: n Birmania; a birmano
MX: a messicano
NG: a nigeriano; m Abuja
NL: n Olanda; a olandese, neerlandese
NO: a norvegese
PK: a pakistano, pachistano; m Islamabad
PL: a polacco (polacchi, polacca, polacche); c polacco-
PS: l Palestina; n Autorità Palestinese, Stato di Palestina; a palestinese; m Ramallah
PT: a portoghese; c luso-
QA: a qatariota; m Doha
RO: a rumeno, romeno
RS: a serbo; c serbo-
RU: n Federazione Russa; a russo; m Cremlino; c russo-
SA: a saudita
SE: a svedese
SI: a sloveno
SK: a slovacco
SY: a siriano; c siro-
TN: a tunisino
TR: a turco (turchi, turca, turche); m Ankara; c turco-
TW: a taiwanese; m Taipei
UA: a ucraino; m Kiev, Kyiv; c ucraino-
UN: l Nazioni Unite; n ONU, Onu; m Consiglio di Sicurezza dell’Onu, Consiglio di sicurezza delle Nazioni Unite
US: l Stati Uniti; n USA (Usa), Stati Uniti d’America, America; a americano, statunitense; m Washington, Casa Bianca, Dipartimento di Stato; c americano-
VA: n Vaticano, Santa Sede
VE: a venezuelano
VN: a vietnamita; m Hanoi
XK: a kosovaro; m Pristina
YE: a yemenita; m Sana’a
ZA: a sudafricano; m Pretoria
NATO: l NATO; n Alleanza Atlantica
`;
