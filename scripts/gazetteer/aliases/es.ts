/** Spanish: names (n), adjectives (a), persons (d), seats (m), bound forms (c). CLDR's names and capitals come on top. */
export const ES = `
AE: n EAU; a emiratí; m Abu Dabi
AF: a afgano
AL: a albanés
AM: a armenio; c armenio-
AR: a argentino; m Casa Rosada
AT: a austriaco, austríaco; c austro-
AU: a australiano; m Canberra
AZ: a azerbaiyano, azerí
BE: a belga; d belgas
BG: a búlgaro
BO: a boliviano
BR: a brasileño; m Brasilia
BY: n Belarús; a bielorruso
CA: a canadiense; m Ottawa
CD: n República Democrática del Congo, RD Congo; a congoleño
CF: a centroafricano
CG: n República del Congo
CH: a suizo; d suizos
CL: a chileno; m La Moneda, Santiago de Chile
CN: n República Popular China; a chino; d chinos; m Pekín, Beijing; c chino-, sino-
CO: a colombiano; m Casa de Nariño; c colombo-
CR: a costarricense
CU: a cubano; c cubano-
CY: a chipriota
CZ: n República Checa; a checo; c checo-
DE: n República Federal de Alemania; a alemán (alemana, alemanes, alemanas); c germano-
DK: a danés (danesa, daneses, danesas)
DO: a dominicano
DZ: a argelino
EC: a ecuatoriano; m Quito
EE: a estonio
EG: a egipcio; c egipcio-
ES: a español (española, españoles, españolas); m La Moncloa, Moncloa; c hispano-
ET: a etíope
EU: l Unión Europea; n UE; m Comisión Europea, Parlamento Europeo, Eurocámara, Consejo Europeo
FI: a finlandés (finlandesa, finlandeses, finlandesas), finés
FR: a francés (francesa, franceses, francesas); m Elíseo, Palacio del Elíseo; c franco-
GB: n Gran Bretaña, Irlanda del Norte, Inglaterra, Escocia, Gales; a británico, escocés; m Downing Street; c británico-, anglo-
GE: a georgiano
GL: a groenlandés (groenlandesa, groenlandeses); m Nuuk
GR: a griego; c greco-
GT: a guatemalteco
HN: a hondureño
HR: a croata
HT: a haitiano
HU: a húngaro
ID: a indonesio
IE: a irlandés (irlandesa, irlandeses, irlandesas)
IL: a israelí (israelíes); m Tel Aviv, Knéset; c israelí-, israelo-
IN: m Nueva Delhi; c indo-
IQ: a iraquí (iraquíes)
IR: n República Islámica de Irán; a iraní (iraníes); c iraní-, irano-
IS: a islandés
IT: a italiano; c italo-
JO: a jordano
JP: a japonés (japonesa, japoneses, japonesas), nipón; c nipo-
KE: a keniano, keniata
KP: a norcoreano
KR: a surcoreano
KZ: a kazajo; m Astaná
LB: a libanés (libanesa, libaneses, libanesas); c líbano-
LT: a lituano
LV: a letón (letona, letones, letonas)
LY: a libio
MA: a marroquí (marroquíes); m Rabat
MD: n Moldova; a moldavo
ME: a montenegrino
MK: a macedonio, normacedonio
MM: n Birmania; a birmano
MU: l Isla Mauricio
MX: n Méjico; a mexicano; c mexicano-
NI: a nicaragüense
NG: a nigeriano; m Abuya
NL: n Países Bajos, Holanda; a neerlandés (neerlandesa, neerlandeses), holandés (holandesa, holandeses, holandesas)
NO: a noruego
NZ: a neozelandés (neozelandesa, neozelandeses)
PA: a panameño
PE: a peruano; c peruano-
PH: a filipino
PK: a pakistaní, paquistaní; m Islamabad
PL: a polaco; c polaco-
PR: a puertorriqueño
PS: l Palestina; n Autoridad Palestina, Estado de Palestina, Autoridad Nacional Palestina; a palestino; d palestinos; m Ramala; c palestino-
PT: a portugués (portuguesa, portugueses, portuguesas); c luso-
PY: a paraguayo
QA: n Qatar; a catarí, qatarí; m Doha
RO: a rumano
RS: a serbio; c serbo-
RU: n Federación Rusa, Federación de Rusia; a ruso; d rusos; m Kremlin; c ruso-
SA: a saudí, saudita; m Riad
SD: a sudanés (sudanesa, sudaneses)
SE: a sueco
SI: a esloveno
SK: a eslovaco
SN: a senegalés (senegalesa, senegaleses)
SO: a somalí (somalíes)
SV: a salvadoreño
SY: a sirio; c sirio-
TH: a tailandés (tailandesa, tailandeses)
TN: a tunecino
TR: a turco; d turcos; m Ankara; c turco-
TW: a taiwanés (taiwanesa, taiwaneses, taiwanesas); m Taipéi
UA: a ucraniano; c ucraniano-, ucranio-
UN: l Naciones Unidas; n ONU, Organización de las Naciones Unidas; m Consejo de Seguridad de la ONU, Consejo de Seguridad de Naciones Unidas, Asamblea General de la ONU, Asamblea General de Naciones Unidas
US: l Estados Unidos; n EE.UU., EE. UU., EEUU, EUA, USA, Estados Unidos de América; a estadounidense, norteamericano; m Washington, Casa Blanca, Departamento de Estado; c estadounidense-
UY: a uruguayo
VA: n Vaticano, Santa Sede
VE: a venezolano; m Palacio de Miraflores; c venezolano-
VN: a vietnamita; m Hanói
XK: a kosovar; m Pristina
YE: a yemení (yemeníes); m Saná
ZA: n Sudáfrica; a sudafricano; m Pretoria
NATO: l OTAN; n Alianza Atlántica, Organización del Tratado del Atlántico Norte
`;
