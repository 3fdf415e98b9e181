/**
 * English: label (l), further names (n), adjective (a), persons (d), seats standing for the state (m), bound forms (c).
 * Every country has an adjective; where English has none of its own, the name used as a modifier stands.
 * Left out on purpose: see ../ambiguous.ts (Congolese for CG, Korean, English, European, Brussels …).
 */
export const EN = `
AD: a Andorran; d Andorrans
AE: n UAE, U.A.E.; a Emirati; d Emiratis; m Abu Dhabi
AF: n Islamic Emirate of Afghanistan; a Afghan; d Afghans
AG: n Antigua and Barbuda; a Antiguan, Antiguan and Barbudan; d Antiguans
AI: a Anguillan; d Anguillans
AL: a Albanian; d Albanians; c Albano-; m Tirana
AM: a Armenian; d Armenians; c Armeno-
AO: a Angolan; d Angolans
AQ: a Antarctic
AR: n Argentine Republic; a Argentine, Argentinian, Argentinean; d Argentines, Argentinians; m Casa Rosada
AS: a American Samoan; d American Samoans
AT: n Republic of Austria; a Austrian; d Austrians; c Austro-
AU: n Commonwealth of Australia; a Australian, Aussie; d Australians, Aussies; m New South Wales, Queensland, Tasmania, Canberra
AW: a Aruban; d Arubans
AX: n Aland Islands; a Ålandic
AZ: a Azerbaijani, Azeri; d Azerbaijanis, Azeris; c Azerbaijani-
BA: n Bosnia and Herzegovina, Bosnia-Herzegovina; a Bosnian; d Bosnians, Bosniaks
BB: a Barbadian, Bajan; d Barbadians, Bajans
BD: a Bangladeshi; d Bangladeshis
BE: a Belgian; d Belgians
BF: a Burkinabé, Burkinabe; d Burkinabès
BG: a Bulgarian; d Bulgarians; c Bulgaro-
BH: a Bahraini; d Bahrainis
BI: a Burundian; d Burundians; m Gitega
BJ: a Beninese; d Beninois
BL: n Saint Barthélemy, Saint Barts, St. Barts; a Barthélemois
BM: a Bermudian, Bermudan; d Bermudians
BN: n Brunei Darussalam; a Bruneian; d Bruneians; m Bandar Seri Begawan
BO: a Bolivian; d Bolivians
BQ: n Bonaire, Sint Eustatius and Saba; a Bonairean
BR: a Brazilian; d Brazilians; m Brasília, Brasilia, Palácio do Planalto
BS: a Bahamian; d Bahamians
BT: a Bhutanese; m Thimphu
BV: a Bouvet
BW: a Botswanan, Motswana; d Batswana
BY: n Republic of Belarus, Byelorussia; a Belarusian, Belarussian, Byelorussian; d Belarusians, Belarussians; c Belarusian-
BZ: a Belizean; d Belizeans; m Belmopan
CA: a Canadian; d Canadians; m Ontario, Quebec, British Columbia, Alberta, Manitoba, Saskatchewan, Nova Scotia, Newfoundland, Ottawa, Parliament Hill
CC: n Cocos Islands; a Cocos Malay
CD: l DR Congo; n Democratic Republic of the Congo, Democratic Republic of Congo, D.R. Congo, DRC, Congo-Kinshasa, Zaire; a Congolese; d Congolese
CF: a Central African; d Central Africans
CG: l Republic of the Congo; n Republic of Congo, Congo Republic, Congo-Brazzaville; a Republic of Congo
CH: n Swiss Confederation; a Swiss; m Bern
CI: l Ivory Coast; n Côte d'Ivoire; a Ivorian, Ivoirian; d Ivorians; m Yamoussoukro
CK: a Cook Islands, Cook Islander; d Cook Islanders; m Avarua
CL: a Chilean; d Chileans; m Santiago de Chile, La Moneda
CM: a Cameroonian; d Cameroonians; m Yaoundé
CN: n People's Republic of China, PRC, P.R.C., P.R. China, mainland China, Communist China; a Chinese; d Chinese; m Hubei, Sichuan, Guangdong, Yunnan, Shanghai, Beijing, Peking, Zhongnanhai, Great Hall of the People; c Sino-
CO: a Colombian; d Colombians; m Casa de Nariño
CR: a Costa Rican; d Costa Ricans
CU: a Cuban; d Cubans; c Cuban-
CV: a Cape Verdean, Cabo Verdean; d Cape Verdeans
CW: a Curaçaoan; d Curaçaoans; m Willemstad
CX: a Christmas Islander; d Christmas Islanders
CY: n Republic of Cyprus; a Cypriot, Greek Cypriot; d Cypriots, Greek Cypriots
CZ: n Czech Republic; a Czech; d Czechs; c Czecho-
DE: n Federal Republic of Germany, FRG, West Germany; a German, West German; d Germans, West Germans; m Bundesbank, Bavaria, Saxony, Bundestag, Bundeswehr, Bundesrat; c Germano-
DJ: a Djiboutian; d Djiboutians
DK: a Danish; d Danes; c Dano-
DM: n Commonwealth of Dominica; a Dominica; m Roseau
DO: a Dominican; d Dominicans
DZ: a Algerian; d Algerians
EC: a Ecuadorian, Ecuadorean; d Ecuadorians, Ecuadoreans; m Quito
EE: a Estonian; d Estonians
EG: n Arab Republic of Egypt; a Egyptian; d Egyptians; c Egypto-
EH: n Sahrawi Republic, Sahrawi Arab Democratic Republic; a Sahrawi, Western Saharan; d Sahrawis; m Polisario Front, Polisario
ER: a Eritrean; d Eritreans; m Asmara
ES: a Spanish; d Spaniards, Spaniard; m La Moncloa; c Hispano-
ET: a Ethiopian; d Ethiopians
EU: l European Union; n EU, E.U., EU27; m European Commission, European Council, European Parliament, Council of the European Union, Berlaymont
FI: a Finnish; d Finns; c Finno-
FJ: a Fijian; d Fijians; m Suva
FK: n Falklands, Malvinas, Islas Malvinas; a Falkland; d Falklanders, Falkland Islanders; m Port Stanley
FM: n Federated States of Micronesia; a Micronesian; d Micronesians
FO: n Faroes, Faeroe Islands; a Faroese; m Tórshavn
FR: n French Republic; a French; d Frenchman, Frenchmen, Frenchwoman; m Élysée, Élysée Palace, Quai d'Orsay; c Franco-
GA: a Gabonese
GB: n UK, U.K., Great Britain, Britain, Northern Ireland, England, Scotland, Wales; a British, Scottish, Welsh; d Briton, Britons, Brits; m Royal Navy, Royal Air Force, Downing Street, 10 Downing Street, Whitehall, Westminster, Buckingham Palace; c Anglo-
GD: a Grenadian; d Grenadians
GE: n Republic of Georgia; a Georgian; d Georgians; c Georgian-
GF: a French Guianese
GG: n Bailiwick of Guernsey; a Guernseyman
GH: a Ghanaian; d Ghanaians
GI: a Gibraltarian; d Gibraltarians
GL: a Greenlandic; d Greenlanders, Greenlander; m Nuuk
GM: a Gambian; d Gambians
GN: a Guinean; d Guineans
GP: a Guadeloupean; d Guadeloupeans
GQ: a Equatorial Guinean, Equatoguinean; d Equatorial Guineans
GR: n Hellenic Republic; a Greek, Hellenic; d Greeks; c Greco-, Graeco-
GS: n South Georgia, South Georgia and the South Sandwich Islands; a South Georgian
GT: a Guatemalan; d Guatemalans
GU: a Guamanian; d Guamanians, Chamorros
GW: a Bissau-Guinean; d Bissau-Guineans
GY: a Guyanese
HK: l Hong Kong; n HKSAR, Hongkong; a Hong Kong; d Hongkonger, Hongkongers, Hong Konger, Hong Kongers
HM: a Heard Island
HN: a Honduran; d Hondurans
HR: a Croatian; d Croatians, Croats; c Croato-
HT: a Haitian; d Haitians
HU: a Hungarian; d Hungarians; c Hungaro-
ID: n Republic of Indonesia; a Indonesian; d Indonesians
IE: n Republic of Ireland, Irish Republic, Éire; a Irish; d Irishman, Irishmen; m Dáil Éireann, Leinster House; c Hiberno-
IL: n State of Israel; a Israeli; d Israelis; m Tel Aviv, Knesset; c Israeli-
IM: a Manx; d Manxman
IN: n Republic of India, Bharat; a Indian; d Indians; m Kerala, Maharashtra, Uttar Pradesh, Gujarat, Tamil Nadu, West Bengal, Karnataka, Rajasthan, Manipur, Assam, Bihar, New Delhi, Delhi, Lok Sabha, Rajya Sabha; c Indo-
IO: n Chagos Islands, Chagos Archipelago, Chagos; a Chagossian; d Chagossians
IQ: a Iraqi; d Iraqis; c Iraqi-
IR: n Islamic Republic of Iran, Persia; a Iranian; d Iranians; m Teheran; c Irano-
IS: a Icelandic; d Icelanders, Icelander
IT: n Italian Republic; a Italian; d Italians; m Palazzo Chigi, Quirinale; c Italo-
JE: n Bailiwick of Jersey; a Jerseyman
JM: a Jamaican; d Jamaicans
JO: n Hashemite Kingdom of Jordan; a Jordanian; d Jordanians
JP: a Japanese; d Japanese; m Nagatacho; c Nippo-, Japano-
KE: a Kenyan; d Kenyans
KG: n Kyrgyz Republic, Kirghizia; a Kyrgyz, Kyrgyzstani, Kirghiz; d Kyrgyzstanis
KH: n Kampuchea; a Cambodian; d Cambodians
KI: a I-Kiribati; m Tarawa
KM: n Comoro Islands; a Comorian, Comoran; d Comorians; m Moroni
KN: n Saint Kitts and Nevis, St Kitts and Nevis, Saint Kitts; a Kittitian; d Kittitians; m Basseterre
KP: n DPRK, D.P.R.K., Democratic People's Republic of Korea, N. Korea; a North Korean; d North Koreans; m Korean Central News Agency, KCNA
KR: n Republic of Korea, ROK, S. Korea; a South Korean; d South Koreans; m Yonhap, Blue House
KW: a Kuwaiti; d Kuwaitis
KY: n Caymans; a Caymanian; d Caymanians
KZ: n Republic of Kazakhstan; a Kazakh, Kazakhstani; d Kazakhs, Kazakhstanis; m Astana; c Kazakh-
LA: n Lao People's Democratic Republic; a Laotian, Lao; d Laotians
LB: a Lebanese
LC: n Saint Lucia; a Saint Lucian, St. Lucian; d Saint Lucians; m Castries
LI: a Liechtenstein; d Liechtensteiner
LK: n Ceylon; a Sri Lankan; d Sri Lankans
LR: a Liberian; d Liberians
LS: a Basotho, Lesotho
LT: a Lithuanian; d Lithuanians
LU: n Grand Duchy of Luxembourg, Luxemburg; a Luxembourgish, Luxembourger; d Luxembourgers
LV: a Latvian; d Latvians
LY: a Libyan; d Libyans
MA: n Kingdom of Morocco; a Moroccan; d Moroccans; m Rabat
MC: n Principality of Monaco; a Monégasque, Monacan; d Monégasques
MD: n Republic of Moldova, Moldavia; a Moldovan; d Moldovans; m Kishinev
ME: a Montenegrin; d Montenegrins
MF: a Saint-Martinoise
MG: a Malagasy, Madagascan; m Antananarivo
MH: a Marshallese; m Majuro
MK: n Republic of North Macedonia, Republic of Macedonia, Macedonia, FYROM; a North Macedonian, Macedonian; d Macedonians
ML: a Malian; d Malians
MM: l Myanmar; n Burma; a Burmese; m Naypyidaw, Naypyitaw, Nay Pyi Taw
MN: n Outer Mongolia; a Mongolian; d Mongolians; m Ulan Bator
MO: l Macau; n Macao; a Macanese
MP: n Commonwealth of the Northern Mariana Islands; a Northern Marianan
MQ: a Martinican, Martiniquais
MR: a Mauritanian; d Mauritanians
MS: l Montserrat Island; a Montserratian; d Montserratians
MT: a Maltese; m Valletta
MU: a Mauritian; d Mauritians; m Port Louis
MV: n Maldive Islands; a Maldivian; d Maldivians
MW: a Malawian; d Malawians; m Lilongwe
MX: a Mexican; d Mexicans; m Baja California, Palacio Nacional
MY: a Malaysian; d Malaysians; m Putrajaya
MZ: a Mozambican; d Mozambicans
NA: a Namibian; d Namibians
NC: a New Caledonian; d New Caledonians
NE: a Nigerien; d Nigeriens
NF: a Norfolk Islander
NG: a Nigerian; d Nigerians; m Abuja, Aso Rock
NI: a Nicaraguan; d Nicaraguans
NL: n Kingdom of the Netherlands; a Dutch; d Dutchman, Dutchmen; m Binnenhof; c Dutch-
NO: a Norwegian; d Norwegians; c Norwegian-
NP: a Nepali, Nepalese; d Nepalis; m Kathmandu
NR: a Nauruan; d Nauruans
NU: a Niuean; d Niueans
NZ: n Aotearoa; a New Zealand; d New Zealander, New Zealanders; m Wellington
OM: n Sultanate of Oman; a Omani; d Omanis
PA: a Panamanian; d Panamanians
PE: a Peruvian; d Peruvians
PF: n Tahiti; a French Polynesian, Tahitian; m Papeete
PG: a Papua New Guinean; d Papua New Guineans
PH: a Philippine, Filipino, Filipina; d Filipinos, Filipinas; m Malacañang, Malacañang Palace
PK: n Islamic Republic of Pakistan; a Pakistani; d Pakistanis; m Balochistan, Khyber Pakhtunkhwa, Pakistani Taliban, Tehrik-i-Taliban Pakistan, Tehreek-e-Taliban Pakistan, Islamabad, Rawalpindi
PL: n Republic of Poland; a Polish; d Poles; c Polish-
PM: n Saint Pierre and Miquelon; a Saint-Pierrais
PN: n Pitcairn; a Pitcairn Islander; d Pitcairn Islanders
PR: a Puerto Rican; d Puerto Ricans; m La Fortaleza
PS: l Palestine; n State of Palestine, Palestinian Authority, Palestinian National Authority, Occupied Palestinian Territory, Occupied Palestinian Territories; a Palestinian; d Palestinians; m Ramallah; c Palestinian-
PT: a Portuguese; c Luso-
PW: a Palauan; d Palauans; m Ngerulmud
PY: a Paraguayan; d Paraguayans
QA: a Qatari; d Qataris; m Doha
RE: l Réunion Island; n La Réunion island; a Réunionese; d Réunionnais
RO: a Romanian, Roumanian; d Romanians; c Romanian-
RS: n Republic of Serbia; a Serbian; d Serbs, Serbians; c Serbo-
RU: n Russian Federation; a Russian; d Russians; m Kremlin, State Duma, Smolenskaya Square; c Russo-
RW: a Rwandan; d Rwandans
SA: n Kingdom of Saudi Arabia; a Saudi, Saudi Arabian; d Saudis
SB: n Solomons; a Solomon Islands; d Solomon Islander, Solomon Islanders; m Honiara
SC: a Seychellois
SD: n Republic of the Sudan; a Sudanese
SE: a Swedish; d Swedes; m Rosenbad; c Swedish-
SG: a Singaporean; d Singaporeans
SH: n Saint Helena, Ascension Island, Tristan da Cunha; a Saint Helenian
SI: a Slovenian, Slovene; d Slovenians, Slovenes
SJ: n Svalbard, Spitsbergen; a Svalbard
SK: n Slovak Republic; a Slovak, Slovakian; d Slovaks
SL: a Sierra Leonean; d Sierra Leoneans
SM: a Sammarinese
SN: a Senegalese
SO: a Somali, Somalian; d Somalis
SR: n Surinam; a Surinamese
SS: n Republic of South Sudan; a South Sudanese
ST: n São Tomé and Príncipe, Sao Tome and Principe; a São Toméan; d São Toméans
SV: a Salvadoran, Salvadorean; d Salvadorans
SX: a Sint Maartener
SY: n Syrian Arab Republic; a Syrian; d Syrians; c Syro-; m Assad regime, Assad government
SZ: n Swaziland; a Swazi; d Swazis, Swati; m Mbabane, Lobamba
TC: n Turks and Caicos, Turks and Caicos Islands; a Turks and Caicos Islander
TD: a Chadian; d Chadians; m N'Djamena
TF: n French Southern and Antarctic Lands, Kerguelen Islands; a Kerguelen
TG: a Togolese
TH: n Kingdom of Thailand, Siam; a Thai; d Thais
TJ: a Tajik, Tajikistani; d Tajiks
TK: a Tokelauan; d Tokelauans
TL: n East Timor, Timor Leste; a East Timorese, Timorese
TM: a Turkmen, Turkmenistani; d Turkmens
TN: a Tunisian; d Tunisians; m Carthage Palace
TO: a Tongan; d Tongans; m Nukuʻalofa
TR: l Turkey; n Türkiye, Republic of Turkey, Republic of Türkiye; a Turkish; d Turks; m Ankara, Beştepe; c Turko-, Turco-
TT: n Trinidad and Tobago, Trinidad; a Trinidadian; d Trinidadians, Tobagonians
TV: a Tuvaluan; d Tuvaluans
TW: n Republic of China, Formosa, Chinese Taipei; a Taiwanese; c Taiwanese-
TZ: a Tanzanian; d Tanzanians; m Dodoma
UA: a Ukrainian; d Ukrainians; m Kiev, Bankova, Bankova Street, Verkhovna Rada; c Ukrainian-, Ukraino-
UG: a Ugandan; d Ugandans
UM: n United States Minor Outlying Islands, Wake Island; a Wake Island
UN: l United Nations; n UN, U.N., United Nations Organization; m UN Security Council, United Nations Security Council, U.N. Security Council, UN General Assembly, United Nations General Assembly, U.N. General Assembly, UNSC, UNGA
US: n United States of America, USA, U.S.A., U.S., US, America; a USS, American; d Americans, African Americans, Mexican Americans, Cuban Americans, Chinese Americans, Asian Americans, Iranian Americans, Korean Americans, Japanese Americans, Irish Americans, Arab Americans, Palestinian Americans, Native Americans, Ukrainian Americans, Indian Americans; m Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, West Virginia, Wisconsin, Wyoming, Biden administration, Trump administration, Obama administration, NORAD, USAID, US Army, U.S. Army, US Navy, U.S. Navy, US Supreme Court, U.S. Supreme Court, US Treasury, U.S. Treasury, Washington, Washington D.C., Washington DC, White House, Pentagon, Oval Office, US State Department, U.S. State Department, Foggy Bottom, US Congress, U.S. Congress, Capitol Hill; c Americano-
UY: a Uruguayan; d Uruguayans
UZ: n Republic of Uzbekistan; a Uzbek, Uzbekistani; d Uzbeks
VA: n Vatican, Holy See, Vatican City State; a Vatican's; m Pope Francis, Pope Leo, Pope Leo XIV, Pope Benedict XVI, Pope John Paul II, Roman Curia, Apostolic Palace
VC: n Saint Vincent and the Grenadines, St. Vincent and the Grenadines; a Vincentian; d Vincentians; m Kingstown
VE: n Bolivarian Republic of Venezuela; a Venezuelan; d Venezuelans; m Miraflores Palace
VG: a British Virgin Islander
VI: n US Virgin Islands, U.S. Virgin Islands, United States Virgin Islands; a US Virgin Islander
VN: n Viet Nam, Socialist Republic of Vietnam; a Vietnamese; m Hanoi; c Vietnamese-
VU: a Ni-Vanuatu, Vanuatuan; m Port Vila
WF: n Wallis and Futuna; a Wallisian
WS: n Western Samoa; a Samoan; d Samoans; m Apia
XK: n Kosova, Republic of Kosovo; a Kosovar, Kosovan; d Kosovars; m Pristina, Prishtina
YE: a Yemeni, Yemenite; d Yemenis; m Sanaa, Sana'a
YT: a Mahoran, Mahorais
ZA: n Republic of South Africa; a South African; d South Africans; m Pretoria, Union Buildings
ZM: a Zambian; d Zambians
ZW: n Rhodesia; a Zimbabwean; d Zimbabweans
NATO: l NATO; n N.A.T.O., North Atlantic Treaty Organization, North Atlantic Treaty Organisation, North Atlantic Alliance, Atlantic Alliance; m North Atlantic Council
`;
