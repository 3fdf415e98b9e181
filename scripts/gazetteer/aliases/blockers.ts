/** Phrases that hold a country's name and mean something else, under the country they would be taken for. */
export const BLOCKERS: [language: string, source: string][] = [
  [
    'en',
    `
US: b Latin America, Latin American, South America, South American, North America, North American, Central America, Central American, Mesoamerica, Native American, American Indian, Inter-American, Pan-American, Pan American, Organization of American States, American Samoa, Bank of America, Voice of America, Captain America, Miss America, Copa América, America's Cup, America Ferrera, Council of the Americas, American Airlines, American Express, American Idol, American football, American University of Beirut
US: b Washington Post, The Washington Post, Washington Times, Washington Examiner, Washington Free Beacon, Washington state, Washington State, State of Washington, George Washington, George Washington University, Denzel Washington, Kerry Washington, Booker T. Washington, Dinah Washington, Washington Wizards, Washington Capitals, Washington Nationals, Washington Commanders, Washington Mystics, Washington Irving, Washington University, University of Washington, Fort Washington, Port Washington, Mount Washington, Lake Washington, Seattle Washington, Washington Square, Washington Monument, Treaty of Washington
US: b US Weekly, USA Today, USA Network, Us Weekly, Toys R Us
GE: b South Georgia, Atlanta Georgia, Savannah Georgia, Augusta Georgia, Columbus Georgia, Macon Georgia, Athens Georgia, Albany Georgia, Brunswick Georgia, Rome Georgia, Marietta Georgia, Valdosta Georgia, Winder Georgia, Plains Georgia, Georgia Tech, Georgia State, Georgia State University, Georgia Southern, Georgia Bulldogs, University of Georgia, Georgia governor, Georgia Governor, Georgia Gov, Georgia Secretary of State, Georgia secretary of state, Georgia Republican, Georgia Republicans, Georgia Democrat, Georgia Democrats, Georgia Senator, Georgia Senate race, Georgia runoff, Georgia county, Georgia Court of Appeals, Georgia General Assembly, Georgia State Patrol, Georgia Bureau of Investigation, U.S. state of Georgia, US state of Georgia, American state of Georgia, state of Georgia, State of Georgia, Georgia United States, Georgia U.S., Georgia USA, Georgia Power, Georgia O'Keeffe, Georgia May Jagger, Strait of Georgia, Georgia Aquarium, Georgia and Florida, Georgia and Arizona, Georgia and North Carolina, Georgia and South Carolina, Alabama and Georgia, Arizona and Georgia, Florida and Georgia, Georgia-Pacific
GE: b Georgian Bay, Georgian era, Georgian architecture, Georgian mansion, Georgian townhouse
JO: b Michael Jordan, Jim Jordan, Vernon Jordan, Jordan Peterson, Jordan Bardella, Jordan Henderson, Jordan Pickford, Jordan Spieth, Jordan Peele, Jordan Ayew, DeAndre Jordan, Jordan Belfort, Jordan Love, Jordan Chiles, Jordan Neely, Jordan Poole, Barbara Jordan, Hamilton Jordan, Air Jordan, River Jordan, Jordan River
TD: b Lake Chad, Chad Johnson, Chad Kelly, Chad Hurley, Chad Kroeger, Chad Smith, Chad Daybell, Chad Le Clos, Chad Bianco, hanging chad
IL: b Israel Adesanya, Israel Hands, Israel Vallarta
CU: b Cuba Gooding, Cuba Gooding Jr, Cuba Missouri
IN: b Indian Ocean, American Indian, American Indians, West Indian, West Indies, Indian reservation, Indian Reservation, Indian Country, Bureau of Indian Affairs, Indian Health Service, Indian Wells, Indian Child Welfare Act, Indian Motorcycle, Indian summer, Cleveland Indians, East Indies, British India, Times of India, The Times of India, Hindustan Times, Indian Express, The Indian Express, India Today, French and Indian War
CN: b South China Sea, East China Sea, South China Morning Post, China Miéville, China Daily, China Grove, Chinese Taipei, Chinese checkers, bone china, fine china, Indochina, Indo-China
JP: b Sea of Japan, Japan Times, The Japan Times, Japanese beetle, Japanese knotweed
KR: b Korea Herald, Korea Times
KP: b Korean Peninsula, Korean peninsula, Korean War, Korean Demilitarized Zone, Korean DMZ, Korean Air, Korean language
PH: b Philippine Sea, West Philippine Sea, Philippine Daily Inquirer
MX: b New Mexico, Gulf of Mexico, New Mexican
GN: b Gulf of Guinea, guinea pig, Guinea pig, guinea fowl, Guinea worm, New Guinea
OM: b Gulf of Oman, Sea of Oman
IR: b Persian Gulf, Persian cat, Persian rug, Tehran Times
SA: b Arabian Sea, Arabian Peninsula
US: b Kentucky Fried Chicken, Sierra Nevada, Texas Instruments, Texas hold'em, Gulf of California
IE: b Irish Sea, Irish Times, The Irish Times, Irish Independent, Irish Examiner, Ireland Baldwin, Kathy Ireland, Irish setter, Notre Dame Fighting Irish, Scotch-Irish
GB: b New England, New South Wales, British Columbia, British Virgin Islands, British Indian Ocean Territory, Prince of Wales, Princess of Wales, Jimmy Wales, Nova Scotia, New Britain, Scottish terrier, British Honduras, Westminster Kennel Club, Westminster Dog Show, Westminster Kansas, Westminster Abbey, London Ontario, London Kentucky, Jack London, London Breed, Brit Hume
CA: b Canada goose, Canada geese
FR: b French Guiana, French Polynesia, French Southern Territories, French fries, french fries, French Quarter, French bulldog, French Open, French toast, French Connection, French horn, Paris Texas, Paris Hilton, Paris Jackson, Paris Agreement, Paris climate agreement, Paris climate accord, Paris Accord, Paris Accords, Paris Club, Paris Peace Accords, Paris Saint-Germain, plaster of Paris, Treaty of Paris, Radio France Internationale, France 24, Anatole France
NL: b Dutch Harbor, Dutch oven, Dutch Caribbean, Pennsylvania Dutch, Dutch Bros, Going Dutch
DE: b German shepherd, German Shepherd, German measles, Berlin Maryland, Berlin New Hampshire, Irving Berlin, Isaiah Berlin, East Germany, East German, East Germans, Nazi Germany
IT: b Little Italy, Rome Statute, Treaty of Rome, Rome New York
GR: b Greek yogurt, Greek life, Greek mythology, Athens Ohio, Athens Alabama
ES: b Spanish flu, Spanish-language, Spanish language, Spanish speaker, Real Madrid, Atlético Madrid, Atletico Madrid, Treaty of Madrid
PT: b Treaty of Lisbon, Lisbon Treaty, Portuguese-speaking
TR: b Turkey vulture, turkey vulture, Turkish bath, Turkish delight, wild turkey, Wild Turkey, roast turkey
RU: b Moscow Idaho, Moscow Times, The Moscow Times, Russian roulette, Russian language, Russian-language, Russian-speaking, Russian doll, Russia Today, University of Idaho Moscow, Treaty of Moscow
UA: b Kyiv Independent, The Kyiv Independent, Kyiv Post, Ukrainska Pravda, Dynamo Kyiv, Kievan Rus, Kyivan Rus, Chicken Kiev, chicken Kiev, Chicken Kyiv
PL: b Polish-language, North Pole, South Pole, pole position
CZ: b Czech Television, Czech Radio, Sparta Prague, Slavia Prague
HU: b Budapest Memorandum
AT: b Vienna Convention, Vienna Conventions, Vienna Virginia, Vienna sausage, Congress of Vienna, Austria Wien
BE: b Belgian waffle, Belgian Malinois
CH: b Swiss cheese, Swiss army knife, Swiss Army knife
DK: b Great Dane, Great Danes, Danish pastry, Danish pastries, Claire Danes
SE: b Stockholm syndrome
FI: b Helsinki Accords, Helsinki Final Act
NO: b Norwegian Sea, Norway rat, Oslo Accords, Oslo accords, Norwegian Cruise Line
BR: b Brazil nut, Brazil Indiana
CU: b Havana syndrome, Havana Syndrome, Cuban sandwich, Cuban cigar
PE: b Peru Indiana, Lima Ohio
LB: b Lebanon Pennsylvania, Lebanon Tennessee, Lebanon Ohio, Lebanon Valley
IL: b Jerusalem Post, The Jerusalem Post, Times of Israel, The Times of Israel, Israel Hayom
EG: b Cairo Illinois, Egyptian Arabic
QA: b Doha Round
TH: b Bangkok Post
ID: b Jakarta Post, The Jakarta Post
SG: b Singapore Sling
SY: b Syrian hamster
MA: b Moroccan leather
DO: b Dominican Order, Dominican friar, Dominican friars, Dominican University
CD: b Congo Basin, Congo River
PA: b Panama City Florida, Panama hat, Panama Papers, Panama City Beach
NE: b Niger State, Niger Delta
SD: b Sudan ebolavirus, Sudan virus
VN: b Vietnam War, Vietnam War veteran, Vietnam veteran, Vietnam veterans, Vietnam-era
IQ: b Iraq War veteran, Iraq War
KH: b Khmer Rouge
NZ: b Duke of Wellington, Wellington boots, Beef Wellington, beef Wellington, Wellington Florida
JE: b New Jersey, Jersey City, Jersey Shore, jersey number, Jersey Boys
SN: b Dakar Rally
LY: b Tripoli Lebanon, Tripoli and Beirut
TM: b Iraqi Turkmen, Syrian Turkmen
GY: b Georgetown University
BR: b Brazilian wax, Brazilian butt lift, Brazilian jiu-jitsu
CA: b Canadian bacon
CN: b China cabinet, china cabinet, Chinese whispers, Chinese chequers, Chinese takeaway
CU: b Cuban heel
DE: b German chocolate cake
DK: b Danish blue
FR: b French kiss, French press, French windows, French window, French doors, French dressing, French bread, French onion soup
GR: b Greek salad, Greek yoghurt
IE: b Irish coffee, Irish stew, Irish wolfhound, Irish dance, Irish dancing
IN: b India ink, Indian ink
JE: b Jersey cow, Jersey cows, Jersey cattle, Jersey barrier
JO: b Jordan almonds
MX: b Mexican standoff, Mexican wave
ES: b Spanish omelette, Spanish moss
CH: b Swiss roll, Swiss chard
TH: b Thai boxing, Thai curry
TR: b Turkish coffee, Turkey breast, Turkey sandwich, Turkey dinner, Turkey leg, Turkey meat, Turkey bacon, Turkey farm, Turkey farmer, Turkey hunting, Turkey shoot, Turkey Trot, turkey trot, Thanksgiving Turkey
`,
  ],
  [
    'ru',
    `
US: b Латинская Америка, Северная Америка, Южная Америка, Центральная Америка, Голос Америки, Банк Америки, Дензел Вашингтон, Джордж Вашингтон, штат Вашингтон, Вашингтон пост
RU: b Московский комсомолец, Российская газета, Русская служба Би-би-си, русский язык, русскоязычный, Новая газета Европа, Эхо Москвы, Спартак Москва
UA: b Украинская правда, Динамо Киев, Киевская Русь, котлета по-киевски
IN: b Индийский океан, американский индеец
JP: b Японское море
CN: b Южно-Китайское море, Восточно-Китайское море
IR: b Персидский залив
MX: b Нью-Мексико, Мексиканский залив
GE: b штат Джорджия, Южная Георгия
KR: b Корейский полуостров, Корейская война
NO: b Норвежское море
GB: b Британская Колумбия, Новая Англия, Новый Южный Уэльс, принц Уэльский
ES: b Реал Мадрид
FR: b Французская Гвиана, Французская Полинезия, Парижское соглашение, Пари Сен-Жермен
HU: b Будапештский меморандум
SV: b Сальвадор Дали, Сальвадор Альенде
OM: b Оманский залив
GN: b Гвинейский залив
`,
  ],
  [
    'uk',
    `
US: b Латинська Америка, Північна Америка, Південна Америка, Центральна Америка, Голос Америки, Джордж Вашингтон, Дензел Вашингтон, штат Вашингтон
UA: b Українська правда, Динамо Київ, Київська Русь, Софія Київська, котлета по-київськи
RU: b російська мова, російськомовний, Московська область
IN: b Індійський океан
JP: b Японське море
CN: b Південнокитайське море, Східнокитайське море
IR: b Перська затока
MX: b Нью-Мексико, Мексиканська затока
GE: b штат Джорджія, Південна Джорджія
KR: b Корейський півострів, Корейська війна
GB: b Британська Колумбія, Нова Англія, принц Уельський
ES: b Реал Мадрид
FR: b Французька Гвіана, Французька Полінезія, Паризька угода
HU: b Будапештський меморандум
SV: b Сальвадор Далі, Сальвадор Альєнде
OM: b Оманська затока
GN: b Гвінейська затока
`,
  ],
  [
    'de',
    `
US: b Lateinamerika, Südamerika, Nordamerika, Mittelamerika, Washington Post, George Washington, Denzel Washington, Bundesstaat Washington
DE: b Deutsche Welle, Deutsche Bank, Deutsche Presse-Agentur, Deutschlandfunk, Hertha Berlin, Union Berlin, Irving Berlin
GE: b Bundesstaat Georgia, Südgeorgien
IN: b Indischer Ozean
CN: b Südchinesisches Meer, Ostchinesisches Meer
JP: b Japanisches Meer
IR: b Persischer Golf
MX: b Golf von Mexiko
JO: b Michael Jordan
KR: b Koreanische Halbinsel, Koreakrieg
PL: b Pole Position, Pole-Position
AT: b Austria Wien, Rapid Wien, Wiener Übereinkommen
ES: b Real Madrid, Atlético Madrid
FR: b Pariser Abkommen, Paris Saint-Germain, Französisch-Guayana, Paris Hilton
`,
  ],
  [
    'fr',
    `
US: b Amérique latine, Amérique du Sud, Amérique du Nord, Amérique centrale, Washington Post, George Washington, Denzel Washington, État de Washington
FR: b Paris Saint-Germain, accord de Paris, Accord de Paris, Radio France, France 24, France Télévisions, Tour de France, Paris Hilton
GB: b Colombie-Britannique, Nouvelle-Angleterre, prince de Galles
IN: b océan Indien
CN: b mer de Chine, mer de Chine méridionale, mer de Chine orientale
JP: b mer du Japon
IR: b golfe Persique
MX: b Nouveau-Mexique, golfe du Mexique
JO: b Jordan Bardella, Michael Jordan
GN: b Nouvelle-Guinée, golfe de Guinée
ES: b Real Madrid, Atlético Madrid
VN: b guerre du Vietnam
`,
  ],
  [
    'es',
    `
US: b América Latina, América del Sur, América del Norte, América Central, Copa América, Washington Post, George Washington, Denzel Washington, estado de Washington
ES: b Real Madrid, Atlético de Madrid
GE: b estado de Georgia, Georgia del Sur
GB: b Columbia Británica, Nueva Inglaterra, Nueva Gales del Sur, príncipe de Gales
IN: b océano Índico
CN: b mar de China Meridional, mar de la China Meridional, mar de China Oriental
JP: b mar de Japón, mar del Japón
IR: b golfo Pérsico
MX: b Nuevo México, golfo de México
GN: b Nueva Guinea, Papúa Nueva Guinea, golfo de Guinea
GF: b Guayana Francesa
JO: b Michael Jordan
FR: b París Saint-Germain, Paris Saint-Germain, Acuerdo de París, Paris Hilton
`,
  ],
  [
    'it',
    `
US: b America Latina, America del Sud, Sud America, America del Nord, America Centrale, Coppa America, Washington Post, George Washington, Denzel Washington, Capitan America
DE: b Monaco di Baviera, Bayern Monaco
IN: b oceano Indiano
CN: b Mar Cinese Meridionale, Mar Cinese Orientale
IR: b Golfo Persico
MX: b Nuovo Messico, Golfo del Messico
GN: b Nuova Guinea, Papua Nuova Guinea
ES: b Real Madrid, Atletico Madrid
IT: b AS Roma
FR: b accordo di Parigi, Accordo di Parigi
`,
  ],
  [
    'pt',
    `
US: b América Latina, América do Sul, América do Norte, América Central, Copa América, Washington Post, George Washington, Denzel Washington
IN: b oceano Índico
CN: b mar da China Meridional, mar do Sul da China
MX: b Novo México, golfo do México
GN: b Nova Guiné, Papua Nova Guiné
ES: b Real Madrid, Atlético de Madrid
BR: b Pau-brasil
`,
  ],
  [
    'pl',
    `
US: b Ameryka Łacińska, Ameryka Południowa, Ameryka Północna, Ameryka Środkowa, Washington Post, Jerzy Waszyngton, stan Waszyngton
IN: b Ocean Indyjski
CN: b Morze Południowochińskie, Morze Wschodniochińskie
IR: b Zatoka Perska
PL: b Legia Warszawa, Polonia Warszawa
ES: b Real Madryt, Atletico Madryt
MX: b Nowy Meksyk, Zatoka Meksykańska
`,
  ],
  [
    'cs',
    'US: b Latinská Amerika, Jižní Amerika, Severní Amerika, Střední Amerika, Washington Post, stát Washington\nCZ: b Sparta Praha, Slavia Praha, Dukla Praha, Česká televize, Český rozhlas\nIN: b Indický oceán\nCN: b Jihočínské moře, Východočínské moře\nIR: b Perský záliv\nES: b Real Madrid\nMX: b Nové Mexiko, Mexický záliv',
  ],
  [
    'zh',
    'IN: b 印度洋, 印度尼西亚, 印度尼西亞\nUS: b 拉丁美洲, 南美洲, 北美洲, 中美洲, 华盛顿邮报, 華盛頓郵報, 华盛顿州, 美国之音, 美國之音, 完美方, 优美方, 美德\nCN: b 北京时间, 北京時間, 南华早报, 中东, 中東, 其中, 集中, 中央, 中心, 中亚, 中亞, 中欧班列, 发展中国家, 發展中國家, 開發中國家, 中英文\nJP: b 日本海, 今日本, 近日本, 昨日本, 次日本, 每日本\nMX: b 新墨西哥\nHT: b 海地区, 海地區, 海地铁, 海地鐵, 海地方, 海地带, 海地帶, 海地形, 海地下\nML: b 马里兰, 馬里蘭, 马里奥, 馬里奧, 马里亚纳, 馬里亞納\nMN: b 内蒙古, 內蒙古\nZA: b 云南非, 雲南非, 河南非, 湖南非, 海南非, 济南非\nGN: b 几内亚比绍, 赤道几内亚, 巴布亚新几内亚\nKR: b 朝鲜半岛, 朝鮮半島, 韩国瑜, 韓國瑜\nAU: b 澳门, 澳門',
  ],
  [
    'ja',
    'IN: b インド洋, インドネシア\nUS: b ラテンアメリカ, 南アメリカ, 北アメリカ, 中央アメリカ, ワシントン・ポスト, ワシントンポスト, ワシントン州\nJP: b 日本海, 今日中\nCN: b 北京時間, 中東, 中央, 中心, 中国地方, 日中は, 日中も, 日中に, 日中から, 日中の気温, 日中の最高気温, 日中の暑さ, 一日中, 東シナ海, 南シナ海\nMX: b ニューメキシコ\nGN: b パプアニューギニア, ニューギニア',
  ],
  [
    'ar',
    'US: b أمريكا اللاتينية, أميركا اللاتينية, أمريكا الجنوبية, أميركا الجنوبية, أمريكا الشمالية, واشنطن بوست\nIN: b المحيط الهندي\nCN: b بحر الصين الجنوبي, بحر الصين الشرقي\nOM: b خليج عمان, خليج عُمان\nMX: b خليج المكسيك\nES: b ريال مدريد, أتلتيكو مدريد\nSA: b الخليج العربي',
  ],
  [
    'tr',
    'US: b Latin Amerika, Güney Amerika, Kuzey Amerika, Orta Amerika, Washington Post\nIN: b Hint Okyanusu\nCN: b Güney Çin Denizi, Doğu Çin Denizi\nES: b Real Madrid, Atletico Madrid\nMX: b Meksika Körfezi',
  ],
  ['ko', 'IN: b 인도양, 인도네시아\nUS: b 남아메리카, 라틴아메리카, 워싱턴포스트\nCN: b 남중국해, 동중국해'],
];
