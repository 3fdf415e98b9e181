/** Korean: names in the press's own short forms and seats. */
export const KO = `
AU: n 호주; m 캔버라
CN: m 베이징, 중난하이; c 중-
EU: l 유럽연합; n EU; m 유럽연합 집행위원회, 유럽의회
GB: n 영국; m 다우닝가
IN: m 뉴델리
KP: n 북한, 조선민주주의인민공화국; m 평양; n 북 외무성; c 북-
KR: n 대한민국, 한국; m 청와대; c 한-
JP: c 일-
PS: l 팔레스타인
RU: n 러시아 연방; m 크렘린, 크렘린궁; n 러 대통령, 러 정부, 러 국방부, 러 외무부, 러 외무장관; c 러-
TR: l 튀르키예; n 터키; m 앙카라
UA: m 키이우, 키예프; c 우-
UN: l 유엔; n 국제연합; m 유엔 안전보장이사회, 유엔 안보리, 유엔 총회
US: n 미국; m 워싱턴, 백악관; n 미 대통령, 미 부통령, 미 정부, 미 행정부, 미 의회, 미 상원, 미 하원, 미 국방부, 미 국무부, 미 재무부, 미 상무부, 미 법무부, 미 국무장관, 미 국방장관, 미 재무장관, 미 육군, 미 해군, 미 공군, 미 연준, 미 대사, 미 대사관, 미 언론; c 미-
NATO: l 나토; n 북대서양조약기구
`;

/** Dutch. */
export const NL = `
CN: a Chinees, Chinese; d Chinezen; m Peking, Beijing; c Chinees-
DE: a Duits, Duitse; d Duitsers; c Duits-
EU: l Europese Unie; n EU; m Europese Commissie, Europees Parlement
FR: a Frans, Franse; d Fransen; c Frans-
GB: n Verenigd Koninkrijk, Groot-Brittannië, Noord-Ierland, Engeland, Schotland; a Brits, Britse; d Britten; c Brits-
IL: a Israëlisch; d Israëliërs; m Tel Aviv; c Israëlisch-
IR: a Iraans, Iraanse; d Iraniërs; c Iraans-
NL: a Nederlands, Nederlandse; d Nederlanders; m Binnenhof; c Nederlands-
PL: a Pools, Poolse; d Polen; c Pools-
PS: l Palestina; n Palestijnse Autoriteit; a Palestijns, Palestijnse; d Palestijnen
RU: n Russische Federatie; a Russisch; d Russen; m Kremlin; c Russisch-
TR: m Ankara
TW: a Taiwanees, Taiwanese
UA: a Oekraïens, Oekraïense; d Oekraïners; m Kiev, Kyiv; c Oekraïens-
UN: l Verenigde Naties; n VN; m VN-Veiligheidsraad
US: l Verenigde Staten; n VS, USA, Amerika; a Amerikaans, Amerikaanse; d Amerikanen; m Washington, Witte Huis; c Amerikaans-
NATO: l NAVO; n Noord-Atlantische Verdragsorganisatie
`;

/** Swedish. */
export const SV = `
CN: a kinesisk; d kineser; m Peking; c kinesisk-
DE: a tysk; d tyskar; c tysk-
EU: l EU; n Europeiska unionen; m EU-kommissionen, Europaparlamentet
GB: n Storbritannien, Nordirland, England, Skottland; a brittisk; d britter
IL: a israelisk; m Tel Aviv
IR: a iransk
PS: l Palestina; a palestinsk; d palestinier
RU: n Ryska federationen; a rysk; m Kreml; c rysk-
UA: a ukrainsk; d ukrainare; m Kiev, Kyjiv
UN: l FN; n Förenta nationerna; m FN:s säkerhetsråd
US: n USA, Förenta staterna, Amerika; a amerikansk; d amerikaner; m Washington, Vita huset
NATO: l Nato; n NATO
`;

/** Swedish: adjectives and persons of further countries. */
export const SV_FURTHER = `
AF: a afghansk
AL: a albansk
AM: a armenisk
AR: a argentinsk
AT: a österrikisk
AU: a australisk
AZ: a azerbajdzjansk
BA: n Bosnien; a bosnisk
BE: a belgisk
BG: a bulgarisk
BR: a brasiliansk
BY: a belarusisk, vitrysk
CA: a kanadensisk
CH: a schweizisk
CU: a kubansk
CZ: a tjeckisk
DK: a dansk; d danskar
EE: a estnisk
EG: a egyptisk
ES: a spansk
FI: a finsk, finländsk; d finländare
FR: a fransk; d fransmän
GE: a georgisk
GL: a grönländsk; d grönländare; m Nuuk
GR: a grekisk
HR: a kroatisk
HU: a ungersk
IE: a irländsk
IL: d israeler
IN: a indisk
IQ: a irakisk
IR: d iranier
IS: a isländsk
IT: a italiensk
JP: a japansk
KP: a nordkoreansk; d nordkoreaner
KR: a sydkoreansk
KZ: a kazakisk
LB: a libanesisk
LT: a litauisk
LV: a lettisk
MX: a mexikansk
NL: n Holland; a nederländsk
NO: a norsk; d norrmän
PK: a pakistansk
PL: a polsk; d polacker
PT: a portugisisk
RO: a rumänsk
RS: a serbisk; d serber
RU: d ryssar
SA: a saudisk, saudiarabisk
SE: a svensk; d svenskar
SI: a slovensk
SK: a slovakisk
SY: a syrisk
TR: a turkisk
TW: a taiwanesisk
US: d amerikaner
VE: a venezuelansk
VN: a vietnamesisk
XK: a kosovansk
`;

/** Vietnamese: what is said of states whose names are too short alone. */
export const VI = `
CN: n Trung Hoa; c Trung-
DE: n Tổng thống Đức, Thủ tướng Đức, Chính phủ Đức, người Đức, quân đội Đức; c Đức-
FR: n Tổng thống Pháp, Thủ tướng Pháp, Chính phủ Pháp, người Pháp, quân đội Pháp; c Pháp-
GB: n Thủ tướng Anh, Chính phủ Anh, người Anh, quân đội Anh, Vương quốc Anh; c Anh-
JP: n Nhật Bản; c Nhật-
KP: n Triều Tiên; c Triều-
KR: n Hàn Quốc; c Hàn-
RU: n Tổng thống Nga, Thủ tướng Nga, Chính phủ Nga, người Nga, quân đội Nga, quân Nga, phía Nga, tên lửa Nga, Bộ Quốc phòng Nga, Bộ Ngoại giao Nga, Ngoại trưởng Nga, Đại sứ Nga, Đại sứ quán Nga, Quốc hội Nga, Hải quân Nga, Không quân Nga, Nga tấn công, Nga không kích, Nga pháo kích, Nga phóng tên lửa, Nga áp thuế, Nga đánh thuế, Nga áp đặt, Nga trừng phạt, Nga điều quân, Nga rút quân, Nga triển khai, Nga viện trợ; c Nga-
UA: n Ukraine; m Kiev, Kyiv
US: n Tổng thống Mỹ, Chính phủ Mỹ, người Mỹ, quân đội Mỹ, phía Mỹ, tên lửa Mỹ, Bộ Quốc phòng Mỹ, Bộ Ngoại giao Mỹ, Lầu Năm Góc, Ngoại trưởng Mỹ, Đại sứ Mỹ, Đại sứ quán Mỹ, Quốc hội Mỹ, Hải quân Mỹ, Không quân Mỹ, Mỹ tấn công, Mỹ không kích, Mỹ pháo kích, Mỹ phóng tên lửa, Mỹ áp thuế, Mỹ đánh thuế, Mỹ áp đặt, Mỹ trừng phạt, Mỹ điều quân, Mỹ rút quân, Mỹ triển khai, Mỹ viện trợ
`;

/** Persian. */
export const FA = `
CN: m پکن; a چینی
EU: l اتحادیه اروپا; m کمیسیون اروپا
GB: n بریتانیا, انگلیس; a بریتانیایی, انگلیسی
IL: a اسرائیلی; m تل‌آویو
IR: n جمهوری اسلامی ایران, جمهوری اسلامی; a ایرانی
PS: l فلسطین; a فلسطینی
RU: n فدراسیون روسیه; a روسی; m کرملین
TR: a ترکیه‌ای; m آنکارا
UA: a اوکراینی; m کی‌یف
UN: l سازمان ملل; n سازمان ملل متحد
US: l آمریکا; n ایالات متحده, امریکا; a آمریکایی; m واشنگتن, کاخ سفید
NATO: l ناتو
`;

/** Hebrew. */
export const HE = `
CN: a סינית; m בייג׳ינג, בייג'ינג
EU: l האיחוד האירופי; n האיחוד האירופאי
GB: l בריטניה; n הממלכה המאוחדת, אנגליה; a בריטי, בריטית, הבריטי, הבריטית
IR: a איראני, איראנית, האיראני, האיראנית
PS: l פלסטין; n הרשות הפלסטינית; a פלסטיני, הפלסטיני, הפלסטינית, הפלסטינים
RU: a רוסית, הרוסי, הרוסית, הרוסים; m הקרמלין, קרמלין
UA: a אוקראיני, האוקראיני, האוקראינית; m קייב
UN: l האו״ם; n או״ם, האו"ם
US: l ארצות הברית; n ארה״ב, ארה"ב, אמריקה; a אמריקאי, אמריקני, האמריקאי, האמריקני; m וושינגטון, הבית הלבן
NATO: l נאט״ו; n נאט"ו
`;

/** Norwegian, Danish, Finnish, Hungarian, Romanian, Greek and further languages: unions and the best known seats. */
export const FURTHER: [language: string, source: string][] = [
  ['nb', 'EU: l EU\nUN: l FN\nUS: n USA; m Det hvite hus, Washington\nRU: m Kreml\nCN: m Beijing\nUA: m Kyiv\nNATO: l NATO; n Nato'],
  ['da', 'EU: l EU\nUN: l FN\nUS: n USA; m Det Hvide Hus, Washington\nRU: m Kreml\nCN: m Beijing\nUA: m Kyiv, Kiev\nNATO: l NATO; n Nato'],
  [
    'fi',
    'EU: l EU; n Euroopan unioni\nUN: l YK; n Yhdistyneet kansakunnat\nUS: n USA; m Valkoinen talo, Washington\nRU: a venäläinen; m Kreml\nCN: a kiinalainen; m Peking\nUA: a ukrainalainen; m Kiova\nNATO: l Nato',
  ],
  [
    'hu',
    'EU: l EU; n Európai Unió; m Európai Bizottság\nUN: l ENSZ\nUS: n USA; a amerikai; m Fehér Ház, Washington\nRU: a orosz; m Kreml\nCN: a kínai; m Peking\nUA: a ukrán; m Kijev\nNATO: l NATO',
  ],
  [
    'ro',
    'EU: l UE; n Uniunea Europeană; m Comisia Europeană\nUN: l ONU\nUS: n SUA; a american; m Casa Albă, Washington\nRU: a rus, rusesc; m Kremlin\nCN: a chinez; m Beijing\nUA: a ucrainean; m Kiev\nNATO: l NATO',
  ],
  [
    'el',
    'EU: l ΕΕ; n Ευρωπαϊκή Ένωση; m Κομισιόν\nUN: l ΟΗΕ\nUS: n ΗΠΑ; a αμερικανικός; m Λευκός Οίκος, Ουάσινγκτον\nRU: a ρωσικός; m Κρεμλίνο\nCN: a κινεζικός; m Πεκίνο\nUA: a ουκρανικός; m Κίεβο\nTR: a τουρκικός; m Άγκυρα\nGR: a ελληνικός\nNATO: l ΝΑΤΟ',
  ],
  [
    'bg',
    'EU: l ЕС; n Европейски съюз; m Европейска комисия\nUN: l ООН\nUS: n САЩ; a американски; m Бял дом, Вашингтон\nRU: a руски; m Кремъл\nCN: a китайски; m Пекин\nUA: a украински; m Киев\nBG: a български; m София\nTR: a турски; m Анкара\nNATO: l НАТО',
  ],
  [
    'sr',
    'EU: l ЕУ; n EU, Европска унија, Evropska unija\nUN: l УН; n UN, Уједињене нације, Ujedinjene nacije\nUS: n САД, SAD; a амерички, američki; m Бела кућа, Bela kuća, Вашингтон, Vašington\nRU: a руски, ruski; m Кремљ, Kremlj\nCN: a кинески, kineski; m Пекинг, Peking\nUA: a украјински, ukrajinski\nNATO: l НАТО; n NATO',
  ],
  [
    'hr',
    'EU: l EU; n Europska unija\nUN: l UN; n Ujedinjeni narodi\nUS: n SAD; a američki; m Bijela kuća, Washington\nRU: a ruski; m Kremlj\nCN: a kineski; m Peking\nUA: a ukrajinski\nNATO: l NATO',
  ],
  [
    'sk',
    'EU: l EÚ; n Európska únia\nUN: l OSN\nUS: n USA; a americký; m Biely dom, Washington\nRU: a ruský; m Kremeľ\nCN: a čínsky; m Peking\nUA: a ukrajinský; m Kyjev\nNATO: l NATO',
  ],
  [
    'sl',
    'EU: l EU; n Evropska unija\nUN: l ZN; n Združeni narodi\nUS: n ZDA; a ameriški; m Bela hiša, Washington\nRU: a ruski; m Kremelj\nCN: a kitajski; m Peking\nUA: a ukrajinski\nNATO: l Nato',
  ],
  [
    'lt',
    'EU: l ES; n Europos Sąjunga\nUN: l JT; n Jungtinės Tautos\nUS: n JAV; m Baltieji rūmai, Vašingtonas\nRU: m Kremlius\nCN: m Pekinas\nUA: m Kyjivas\nNATO: l NATO',
  ],
  [
    'lv',
    'EU: l ES; n Eiropas Savienība\nUN: l ANO\nUS: n ASV; m Baltais nams, Vašingtona\nRU: m Kremlis\nCN: m Pekina\nUA: m Kijiva\nNATO: l NATO',
  ],
  ['et', 'EU: l EL; n Euroopa Liit\nUN: l ÜRO\nUS: n USA; m Valge Maja, Washington\nRU: m Kreml\nCN: m Peking\nUA: m Kiiev\nNATO: l NATO'],
  [
    'be',
    'EU: l ЕС; n Еўрасаюз, Еўрапейскі саюз\nUN: l ААН\nUS: n ЗША; a амерыканскі; m Белы дом, Вашынгтон\nRU: n РФ, Расійская Федэрацыя; a расійскі; m Крэмль\nCN: a кітайскі; m Пекін\nUA: a украінскі; m Кіеў\nPL: a польскі\nBY: a беларускі\nNATO: l НАТА',
  ],
  [
    'id',
    'EU: l Uni Eropa\nUN: l PBB; n Perserikatan Bangsa-Bangsa\nUS: n Amerika Serikat; m Gedung Putih, Washington\nRU: m Kremlin\nCN: n Tiongkok, Cina, China; m Beijing\nNATO: l NATO',
  ],
  [
    'vi',
    'EU: l Liên minh châu Âu; n EU\nUN: l Liên Hợp Quốc; n Liên Hiệp Quốc\nUS: n Hoa Kỳ, nước Mỹ; m Nhà Trắng, Washington\nRU: n Liên bang Nga, nước Nga; m Điện Kremlin\nCN: m Bắc Kinh\nDE: n nước Đức, Cộng hòa Liên bang Đức\nFR: n nước Pháp, Cộng hòa Pháp\nGB: n nước Anh\nAU: n nước Úc\nNATO: l NATO',
  ],
  [
    'hi',
    'EU: l यूरोपीय संघ\nUN: l संयुक्त राष्ट्र\nUS: l अमेरिका; n संयुक्त राज्य अमेरिका; m व्हाइट हाउस, वाशिंगटन\nRU: m क्रेमलिन\nCN: a चीनी; m बीजिंग\nNATO: l नाटो',
  ],
];
