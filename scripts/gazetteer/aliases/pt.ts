/** Portuguese: names (n), adjectives (a), persons (d), seats (m), bound forms (c). CLDR's names and capitals come on top. */
export const PT = `
AE: n EAU; m Abu Dhabi, Abu Dabi
AF: a afegão (afegã, afegãos, afegãs)
AM: a armênio, arménio
AO: a angolano
AR: a argentino; m Casa Rosada
AT: a austríaco
AU: a australiano; m Camberra
AZ: a azerbaijano, azeri
BE: a belga
BG: a búlgaro
BR: a brasileiro; m Brasília, Planalto, Itamaraty, Palácio do Planalto
BY: n Bielorrússia, Belarus; a bielorrusso, belarusso
CA: a canadense, canadiano; m Ottawa, Otava
CD: n República Democrática do Congo, RD Congo
CG: n República do Congo
CH: a suíço
CN: n República Popular da China; a chinês (chinesa, chineses, chinesas); m Pequim; c sino-
CU: a cubano
CV: a cabo-verdiano
CZ: n República Tcheca, República Checa, Chéquia; a tcheco, checo
DE: a alemão (alemã, alemães, alemãs); c germano-
DK: a dinamarquês (dinamarquesa, dinamarqueses)
EE: a estoniano, estónio
EG: a egípcio
ES: a espanhol (espanhola, espanhóis, espanholas); c hispano-
EU: l União Europeia; n UE; m Comissão Europeia, Parlamento Europeu, Conselho Europeu
FI: a finlandês (finlandesa, finlandeses)
FR: a francês (francesa, franceses, francesas); m Palácio do Eliseu; c franco-
GB: n Reino Unido, Grã-Bretanha, Irlanda do Norte, Inglaterra, Escócia, País de Gales; a britânico, escocês; m Downing Street; c britânico-, anglo-
GE: a georgiano
GL: n Groenlândia, Gronelândia; m Nuuk
GR: a grego
GW: a guineense
HR: a croata
HU: a húngaro
IE: a irlandês (irlandesa, irlandeses)
IL: a israelense, israelita; m Tel Aviv, Telavive, Knesset; c israelo-
IN: a indiano; m Nova Délhi, Nova Deli; c indo-
IQ: a iraquiano
IR: n Irã, Irão; a iraniano; c irano-
IT: a italiano; c ítalo-
JP: a japonês (japonesa, japoneses, japonesas); c nipo-
KP: n Coreia do Norte; a norte-coreano
KR: n Coreia do Sul; a sul-coreano
KZ: a cazaque; m Astana
LB: a libanês (libanesa, libaneses)
LT: a lituano
LV: a letão (letã, letões)
LY: a líbio
MA: a marroquino; m Rabat
MD: n Moldávia, Moldova; a moldavo, moldávio
MM: n Birmânia, Mianmar; a birmanês
MU: l Ilha Maurício
MX: a mexicano
MZ: a moçambicano
NG: a nigeriano; m Abuja
NL: n Holanda, Países Baixos; a holandês (holandesa, holandeses), neerlandês (neerlandesa, neerlandeses)
NO: a norueguês (norueguesa, noruegueses)
PK: a paquistanês (paquistanesa, paquistaneses); m Islamabad
PL: n Polônia, Polónia; a polonês (polonesa, poloneses), polaco
PS: l Palestina; n Autoridade Palestina, Autoridade Palestiniana; a palestino, palestiniano; m Ramallah
PT: a português (portuguesa, portugueses, portuguesas); c luso-
QA: n Catar, Qatar; a catariano, catari; m Doha
RO: n Romênia, Roménia; a romeno
RS: a sérvio; c servo-
RU: n Federação Russa, Federação da Rússia; a russo; m Kremlin, Moscovo; c russo-
SA: a saudita; m Riad
SE: a sueco
SK: a eslovaco
SY: a sírio
TL: n Timor Leste; a timorense
TR: a turco; m Ancara; c turco-
TW: a taiwanês (taiwanesa, taiwaneses); m Taipé, Taipei
UA: a ucraniano; m Kiev, Quieve; c ucraniano-
UN: l Nações Unidas; n ONU; m Conselho de Segurança da ONU, Assembleia Geral da ONU
US: l Estados Unidos; n EUA, Estados Unidos da América; a americano, norte-americano, estadunidense; m Washington, Casa Branca; c americano-
UY: a uruguaio
VA: n Vaticano, Santa Sé
VE: a venezuelano
VN: n Vietnã, Vietname; a vietnamita; m Hanói
XK: a kosovar; m Pristina
YE: n Iêmen, Iémen; a iemenita; m Sanaa
ZA: n África do Sul; a sul-africano; m Pretória
NATO: l OTAN; n NATO, Otan, Aliança Atlântica
`;
