/** A report of an invented outlet, in our own words; the paragraphs are its whole text. */
export interface OutletStory {
  /** Last part of its address. */
  slug: string;
  headline: string;
  reporter: string;
  section: string;
  paragraphs: string[];
}

/** One for each outlet, found nowhere else. */
export const OWN_STORIES: OutletStory[] = [
  {
    slug: 'oreshnik-debris-lviv',
    headline: 'Oreshnik debris from Lviv strike reaches laboratory in Kyiv',
    reporter: 'Halyna Brod',
    section: 'War',
    paragraphs: [
      'Four crates with parts of the Oreshnik missile that struck the Lviv region have arrived at a laboratory in Kyiv, the institute that received them said on Tuesday. Its engineers will spend six weeks measuring the metal.',
      'The missile is Russian, but some of the machines that shape such parts are not. Investigators hope that tool marks will tell which lathes were used at the Votkinsk plant, and whether any were delivered from China after 2022.',
      'A second set of fragments went to a university in Poland. Both teams have agreed to publish nothing until their readings can be compared.',
    ],
  },
  {
    slug: 'raketenschutt-labor',
    headline: 'China liefert Russland weiter Werkzeugmaschinen, sagen Zollbeamte',
    reporter: 'Jonas Aumann',
    section: 'Politik',
    paragraphs: [
      'China hat im vergangenen Quartal mehr Drehmaschinen nach Russland geliefert als in jedem Quartal zuvor. Das geht aus einer Aufstellung hervor, die Zollbeamte in drei Häfen der Ostsee zusammengetragen haben.',
      'Viele der Maschinen seien als Ersatzteile für Landtechnik angemeldet gewesen, sagte eine Beamtin. Welche Werke sie am Ende bekommen, lasse sich aus den Papieren nicht ablesen.',
      'Das Außenministerium in Peking erklärte, die Ausfuhr ziviler Güter verstoße gegen keine Regel. Die Ukraine fordert seit Monaten strengere Kontrollen der Europäischen Union.',
    ],
  },
  {
    slug: 'grain-corridor-insurers',
    headline: 'Insurers return to Odesa as grain convoys grow longer',
    reporter: 'Peter Lindqvist',
    section: 'Economy',
    paragraphs: [
      'Three marine insurers that left the Black Sea two years ago have begun to write policies for ships bound for Odesa again. Brokers say premiums have fallen by a third since the autumn.',
      'Ukraine shipped more wheat in January than in any month of the war. Port workers load at night, between alarms, and captains sail close to the coast of Romania.',
      'The change is fragile. One hit on a terminal, a broker in Istanbul said, and every quote on his desk would be void by the evening.',
    ],
  },
  {
    slug: 'ankara-mediation-offer',
    headline: 'Turkey offers to host a third round of Russia–Ukraine talks',
    reporter: 'Selin Aras',
    section: 'Diplomacy',
    paragraphs: [
      'Turkey has offered to host another round of talks between Russia and Ukraine in Istanbul before the end of the month. The foreign ministry in Ankara said invitations had gone out on Monday.',
      'The last two rounds produced exchanges of prisoners and of the dead, but no ceasefire. Diplomats involved in the preparations expect the new meeting to deal with energy sites and little else.',
      'Kyiv has asked for an agenda in writing. Moscow has said only that its delegation would be led by the same people as before.',
    ],
  },
  {
    slug: 'baltic-cable-inspection',
    headline: 'Finland and Estonia inspect Baltic cables after anchor alarm',
    reporter: 'Aino Kettu',
    section: 'Security',
    paragraphs: [
      'Divers from Finland and Estonia are inspecting two power cables in the Gulf of Finland after a tanker dragged its anchor near them on Sunday night. Both cables still carry current.',
      'The coast guard boarded the ship, which sails under the flag of the Cook Islands and had loaded oil in Russia. Its captain said a storm had loosened the chain.',
      'NATO has kept frigates in the area since last winter. Officials in Tallinn said the patrols had shortened the response to under two hours.',
    ],
  },
  {
    slug: 'taiwan-drone-factories',
    headline: 'Taiwan opens its first drone line free of Chinese parts',
    reporter: 'Lin Pei-shan',
    section: 'Technology',
    paragraphs: [
      'A factory in Taichung has begun to build reconnaissance drones without a single part from China, the government of Taiwan said. The line will deliver two thousand aircraft a year.',
      'Motors and batteries were the hardest to replace, the plant manager said. For a year engineers tested magnets from Japan and cells from South Korea.',
      'Poland and Lithuania have asked for samples. The United States, which already buys parts from the island, has not said whether it will order whole aircraft.',
    ],
  },
  {
    slug: 'moldova-gas-reverse',
    headline: 'Moldova fills its gas stores through Romania for the first time',
    reporter: 'Ion Cebanu',
    section: 'Energy',
    paragraphs: [
      'Moldova has filled its gas stores entirely through pipelines from Romania, the energy ministry in Chisinau said. A year ago half of the supply still came from Russia.',
      'The price is higher, and households feel it. A subsidy paid from a loan of the European Union covers about a third of the winter bill.',
      'Transnistria remains outside the arrangement. Its power plant burns coal, and the region is dark for four hours on most evenings.',
    ],
  },
  {
    slug: 'sanctions-shadow-fleet',
    headline: 'European Union lists forty more tankers of the shadow fleet',
    reporter: 'Marta Oyelaran',
    section: 'Europe',
    paragraphs: [
      'The European Union has added forty tankers to its list of ships that carry Russian oil above the price cap. Ports of member states will refuse them from Friday.',
      'Most of the ships are older than twenty years, and eleven have changed their flag twice since the summer. Denmark asked for the listing after two of them lost steering in its straits.',
      'Traders expect the oil to reach India and China all the same, only more slowly. Each new list, one said, adds a few dollars and a few days.',
    ],
  },
  {
    slug: 'nuclear-plant-power-line',
    headline: 'Zaporizhzhia nuclear plant reconnected after eleven days on diesel',
    reporter: 'Daria Kolos',
    section: 'War',
    paragraphs: [
      'The Zaporizhzhia nuclear power plant is connected to the grid again after eleven days on diesel generators. Inspectors of the IAEA at the site confirmed it on Wednesday morning.',
      'Repair crews from Ukraine and Russia worked on either side of the front under a local truce that the agency had arranged. Shots were heard, but none fell near the line.',
      'The six reactors are shut down, yet their fuel must be cooled for years. The agency has called the loss of outside power the gravest risk at the plant.',
    ],
  },
  {
    slug: 'syria-power-grid-loan',
    headline: 'Syria borrows to rebuild its grid, and Damascus gets ten hours of light',
    reporter: 'Rami Haddad',
    section: 'Middle East',
    paragraphs: [
      'Damascus has ten hours of electricity a day for the first time in thirteen years. A loan from Qatar and gas from Turkey run two turbines that had stood still since the war in Syria began.',
      'The ministry plans sixteen hours by the summer. Engineers warn that pylons, not turbines, are the bottleneck: four thousand were cut down for scrap.',
      'In Aleppo people share the news and wait. The line from the north passes fields that have yet to be cleared of mines.',
    ],
  },
  {
    slug: 'sudan-port-aid-flights',
    headline: 'Aid flights to Sudan resume after a month of closed skies',
    reporter: 'Amal Idris',
    section: 'Africa',
    paragraphs: [
      'The first aid flight in a month has landed in Port Sudan with tents and cholera kits. The airport had been closed after drone strikes on its fuel store.',
      'The United Nations says Sudan is the largest displacement crisis in the world. Twelve million people have left their homes since April 2023.',
      'From the coast the goods go by lorry. The road to Khartoum is open by day, drivers say, and nobody answers for it by night.',
    ],
  },
  {
    slug: 'iran-inspectors-return',
    headline: 'Inspectors return to Iran with a list of three sites',
    reporter: 'Nasrin Tabar',
    section: 'Middle East',
    paragraphs: [
      'Inspectors of the IAEA have returned to Iran and asked to see three sites, the agency said in Vienna. Tehran has agreed to the first and is still considering the others.',
      'The visit is the second since the bombing of Natanz and Fordow. The agency wants to know where the enriched uranium is, and in what form.',
      'European governments have tied talks on sanctions to the answer. Iran says its programme is peaceful and that it owes nobody a timetable.',
    ],
  },
  {
    slug: 'arctic-rail-freight',
    headline: 'Norway and Sweden agree on a freight line that armies can use',
    reporter: 'Sigrid Moen',
    section: 'Nordic',
    paragraphs: [
      'Norway and Sweden will strengthen the railway between Narvik and the Gulf of Bothnia so that it carries tanks as well as ore. The two governments signed the agreement in Kiruna.',
      'The single track has been closed three times in two years by derailments. Passing loops will be lengthened first, bridges afterwards.',
      'NATO planners want a way to Finland that does not cross the Baltic Sea. Until now the heaviest vehicles could go by ship only.',
    ],
  },
  {
    slug: 'korea-shell-deliveries',
    headline: 'North Korea sends fewer shells to Russia, Seoul says',
    reporter: 'Han Ji-woo',
    section: 'Asia',
    paragraphs: [
      'North Korea has halved its deliveries of artillery shells to Russia since the summer, according to the intelligence service in Seoul. Its stores are close to empty, the service told lawmakers.',
      'Instead Pyongyang sends workers. Several thousand are said to build drones in Tatarstan, under contracts that pay the state and not the people.',
      'Ukraine reports that shells from North Korea still arrive at the front near Pokrovsk, but that one in four does not explode.',
    ],
  },
  {
    slug: 'hungary-budget-veto',
    headline: 'Hungary lifts its veto on a loan for Ukraine after a night of talks',
    reporter: 'Eszter Varga',
    section: 'Europe',
    paragraphs: [
      'Hungary has given up its objection to a loan of the European Union for Ukraine after talks that ended at four in the morning. Brussels will release part of the funds it had withheld from Budapest.',
      'The loan covers a third of the budget in Kyiv for the year. It is secured by the interest on Russian assets frozen in Belgium.',
      'Critics in the European Parliament called the exchange a ransom. The president of the Council said it was arithmetic.',
    ],
  },
  {
    slug: 'japan-submarine-order',
    headline: 'Japan orders two submarines and asks Australia to share the cost of a third',
    reporter: 'Mika Ota',
    section: 'Asia',
    paragraphs: [
      'Japan has ordered two submarines with lithium batteries and proposed to build a third together with Australia. The offer was made in Canberra by the defence minister.',
      'Australia waits for nuclear boats from the United States that may come late. A conventional one, built in Kobe, could bridge the years between.',
      'China criticised the plan as a step towards a bloc. Tokyo answered that a bloc would need more than one boat.',
    ],
  },
  {
    slug: 'kharkiv-shkola-metro',
    headline: 'У Харкові відкрили ще одну школу в метро',
    reporter: 'Олена Гай',
    section: 'Суспільство',
    paragraphs: [
      'У Харкові відкрили сьому школу під землею: вісімсот дітей навчатимуться в переходах станції метро у дві зміни. Класи обладнали за чотири місяці.',
      'Росія обстрілює місто майже щодня, тому звичайні школи працюють лише дистанційно. Батьки кажуть, що діти найбільше скучили за перервами.',
      'Гроші на ремонт дала Естонія. Наступну підземну школу обіцяють добудувати до осені в Салтівському районі.',
    ],
  },
  {
    slug: 'poland-eastern-shield',
    headline: 'Poland finishes the first stretch of its eastern shield',
    reporter: 'Ewa Sobczak',
    section: 'Security',
    paragraphs: [
      'Poland has finished the first forty kilometres of fortifications along its border with Belarus and Kaliningrad. Ditches, bunkers and sensors now reach from the Bug to the first lakes of Masuria.',
      'The government in Warsaw calls it the eastern shield and wants seven hundred kilometres by 2028. Farmers who lost fields were paid twice the market price.',
      'Lithuania builds a similar line. The two countries agreed to close the gap at Suwałki together.',
    ],
  },
  {
    slug: 'chip-export-licences',
    headline: 'Netherlands tightens licences for chip machines bound for China',
    reporter: 'Bas Verhoef',
    section: 'Technology',
    paragraphs: [
      'The Netherlands will require a licence for spare parts of chip machines that stand in China. The rule takes effect in April and covers lenses, lasers and service visits.',
      'ASML said it expected a small loss of sales. Its older machines run in dozens of Chinese plants and need care every few months.',
      'Beijing spoke of a mistake and announced controls of its own on gallium. The United States had pressed for the step since the spring.',
    ],
  },
  {
    slug: 'georgia-observers-trial',
    headline: 'Georgia puts election observers on trial in Tbilisi',
    reporter: 'Nino Lomidze',
    section: 'Caucasus',
    paragraphs: [
      'Five election observers went on trial in Tbilisi on charges of sabotage. The prosecutors of Georgia say they took money from abroad to cast doubt on the count.',
      'The defence calls the case a punishment for a report that listed two hundred faults. Diplomats from the European Union sat in the second row.',
      'Outside the court a few hundred people sang. The hearing was adjourned after the judge had a window closed.',
    ],
  },
  {
    slug: 'armenia-azerbaijan-crossing',
    headline: 'Armenia and Azerbaijan open a border crossing for lorries',
    reporter: 'Ani Sargsyan',
    section: 'Caucasus',
    paragraphs: [
      'Armenia and Azerbaijan have opened a border crossing for lorries for the first time since the Soviet Union fell apart. Twelve vehicles passed on the first day.',
      'They carried flour one way and cement the other. Drivers change at the line, because neither side insures the other.',
      'The peace treaty both governments initialled in Washington has yet to be signed. The crossing, an official in Yerevan said, is its first paragraph in concrete.',
    ],
  },
  {
    slug: 'black-sea-mine-clearing',
    headline: 'Bulgaria, Romania and Turkey clear the hundredth mine from the Black Sea',
    reporter: 'Stefan Iliev',
    section: 'Security',
    paragraphs: [
      'A joint squadron of Bulgaria, Romania and Turkey has cleared its hundredth drifting mine from the Black Sea. It was found off Constanța by a fishing boat and blown up before noon.',
      'Most of the mines broke loose from fields off Odesa in the first weeks of the war. Currents carry them south along the coast.',
      'The three navies share one command, which moves every six months. Ships of other NATO countries may not join them while the straits are closed to warships.',
    ],
  },
];

/** Stories of an agency that several outlets print as they are. */
export const AGENCY_STORIES: OutletStory[] = [
  {
    slug: 'agency-prisoner-exchange',
    headline: 'Russia and Ukraine exchange three hundred prisoners at the border of Belarus',
    reporter: 'Meridian Wire',
    section: 'War',
    paragraphs: [
      'Russia and Ukraine exchanged three hundred prisoners of war on each side on Thursday, at a crossing on the border of Belarus. It was the fourth exchange of the year.',
      'The United Arab Emirates had mediated. Among those who came home were soldiers taken at Mariupol nearly four years ago.',
      'Lists for a fifth exchange are being compared. Both sides accuse the other of holding back the seriously wounded.',
    ],
  },
  {
    slug: 'agency-refinery-drone',
    headline: 'Drones set fire to an oil refinery in Saratov',
    reporter: 'Meridian Wire',
    section: 'War',
    paragraphs: [
      'Drones set fire to an oil refinery in Saratov in the night to Friday, the governor of the region in Russia said. Nobody was hurt.',
      'The general staff in Kyiv confirmed the strike. The plant supplies fuel to units on the southern front.',
      'It is the fifth refinery hit this month. The price of petrol at the exchange in Saint Petersburg rose to a new high.',
    ],
  },
  {
    slug: 'agency-sanctions-package',
    headline: 'Ambassadors agree on the next sanctions package against Russia',
    reporter: 'Meridian Wire',
    section: 'Europe',
    paragraphs: [
      'Ambassadors of the European Union have agreed on the next package of sanctions against Russia. It bans the import of nickel and lists nine banks.',
      'For the first time it names firms in China that sold machine tools to missile makers. Beijing promised an answer.',
      'Ministers are to adopt the package on Monday without debate.',
    ],
  },
  {
    slug: 'agency-gaza-crossing',
    headline: 'Rafah crossing opens for the sick three days a week',
    reporter: 'Meridian Wire',
    section: 'Middle East',
    paragraphs: [
      'The Rafah crossing between Gaza and Egypt will open three days a week for sick people and those who accompany them. Israel and Egypt agreed on the lists.',
      'The World Health Organization says fifteen thousand patients wait. Sixty a day can pass.',
      'European observers have returned to the terminal they left in 2007.',
    ],
  },
  {
    slug: 'agency-taiwan-flights',
    headline: 'Taiwan counts forty-one Chinese aircraft across the median line',
    reporter: 'Meridian Wire',
    section: 'Asia',
    paragraphs: [
      'Taiwan counted forty-one aircraft of China across the median line of the strait within a day. It was the highest number since December.',
      'The defence ministry in Taipei sent up its own. A frigate of the United States had passed the strait two days before.',
      'Beijing called its flights routine. They will go on until Sunday, according to a notice to sailors.',
    ],
  },
  {
    slug: 'agency-nato-spending',
    headline: 'NATO counts twenty-three members above the old spending target',
    reporter: 'Meridian Wire',
    section: 'Security',
    paragraphs: [
      'Twenty-three members of NATO spent more than two per cent of their output on defence last year, the alliance said. Poland leads the list with close to five.',
      'The target itself has moved: by 2035 it is to be five per cent, roads and bridges included.',
      'Spain has said it will stay below. The secretary general called the differences smaller than they sound.',
    ],
  },
];

/** What the outlets in other languages print besides their own. */
export const STORIES_ABROAD: Record<string, OutletStory[]> = {
  de: [
    {
      slug: 'bundeswehr-litauen-brigade',
      headline: 'Bundeswehr schickt das letzte Bataillon ihrer Brigade nach Litauen',
      reporter: 'Meridian Draht',
      section: 'Politik',
      paragraphs: [
        'Das letzte Bataillon der deutschen Brigade in Litauen hat sich auf den Weg gemacht. Bis zum Sommer sollen viertausend Soldaten in Rukla und Rūdninkai stehen.',
        'Die Wohnungen für ihre Familien sind noch nicht fertig. Litauen hat zwei Schulen umgebaut, in denen auf Deutsch unterrichtet wird.',
        'Die NATO nennt die Brigade ein Vorbild für ihre Ostflanke. Russland sprach von einer Drohung an der Grenze von Kaliningrad.',
      ],
    },
    {
      slug: 'gasspeicher-fuellstand',
      headline: 'Deutschlands Gasspeicher sind so leer wie seit vier Wintern nicht',
      reporter: 'Meridian Draht',
      section: 'Wirtschaft',
      paragraphs: [
        'Die Gasspeicher in Deutschland sind nur noch zu einem Drittel gefüllt. So leer waren sie Ende Januar zuletzt vor vier Jahren.',
        'Die Netzagentur sieht keine Gefahr für die Versorgung. Flüssiggas aus den Vereinigten Staaten und Norwegen reiche bis in den April.',
        'Teurer wird es trotzdem: Im Sommer muss mehr gekauft werden als im vorigen Jahr.',
      ],
    },
  ],
  uk: [
    {
      slug: 'oreshnik-ulamky-lviv',
      headline: 'Уламки «Орешніка» зі Львівщини дослідять у Києві та Варшаві',
      reporter: 'Меридіан',
      section: 'Війна',
      paragraphs: [
        'Уламки ракети «Орешнік», яка влучила у Львівську область, дослідять дві лабораторії: у Києві та у Варшаві. Результати порівняють навесні.',
        'Інженери шукають сліди верстатів, якими обробляли корпус. Частина таких верстатів потрапила до Росії з Китаю.',
        'До завершення роботи обидві групи домовилися нічого не оприлюднювати.',
      ],
    },
    {
      slug: 'odesa-zerno-strakhovyky',
      headline: 'До Одеси повертаються страховики: зерна вивозять дедалі більше',
      reporter: 'Меридіан',
      section: 'Економіка',
      paragraphs: [
        'Три компанії знову страхують судна, що йдуть до портів Одеси. За словами брокерів, від осені ціна поліса впала на третину.',
        'У січні Україна вивезла морем більше пшениці, ніж будь-якого місяця війни. Вантажать здебільшого вночі, між тривогами.',
        'Капітани тримаються ближче до берегів Румунії.',
      ],
    },
  ],
};
