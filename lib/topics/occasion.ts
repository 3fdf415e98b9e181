/** Log odds that a paragraph of the kind tells of what countries have to do with each other, against others. */
const LOG_ODDS = { sport: -3, disaster: -1, casualty: -1, dealings: 1.5, battle: -1, conduct: 0.7, intent: 0.9, inner: -0.6 };

type Kind = keyof typeof LOG_ODDS;

/** Beginnings of words, by language, that tell what a paragraph reports besides what two countries have to do with each other. */
const WORDS: Record<string, Record<Kind, string>> = {
  en: {
    sport:
      'medal|olympic|paralympic|tennis|rugby|football|soccer|cricket|baseball|basketball|ice hockey|handball|volleyball|swimmer|swimming|archery|' +
      'grand slam|world series|world cup|davis cup|champions league|premier league|in the final|championship|tournament',
    disaster: 'flood|earthquake|hurricane|cyclone|typhoon|wildfire|landslide|tornado|storm|magnitude|capsiz|outbreak',
    casualty: 'killed|killing|kills|injur|wound|dead|dies|died|death toll|casualt',
    dealings:
      'agreement|treaty|treaties|memorandum|relations|bilateral|diplom|ambassador|embass|consul|envoy|summon|airspace|talks|negotiat|summit|delegat|foreign minist|foreign affairs|foreign secretar|secretary of state|state department|visit|sanction|embargo|tariff|trade|exports|imports|extradit|deport|expel|expuls|visas?[ ,.]|asylum|prisoner swap|prisoner exchange|citizens|sovereign|territor|recogni|accession|alliance|allies|peace|ceasefire|truce|military aid|military exercise|joint exercise|spies|spying|espionage|border',
    battle: 'drone|airstrike|air strike|missile|shell|front line|troops|forces|fighter|offensive|artillery|bomb|gunm|captur|strikes',
    conduct:
      'militar|nuclear|defence|defense|warship|drills|deploy|stationed|withdraw|intercept|aggression|accus|interfer|condemn|denounc|retaliat|response|provoc|threat|repatriat|aid |loan|humanitarian|pledg',
    intent: 'announc|will |plans|approv|bill |intend|agree|decid|propos',
    inner: 'protest|demonstrat|rally|rallies|riot|voters|voted|referend|court|sentenc|trial|convict',
  },
  de: {
    sport: 'meisterschaft|olympi|medaille|tennis|fußball|fussball|handball|eishockey|rugby|turnier|weltcup|weltmeister|pokal',
    disaster: 'erdbeben|hochwasser|überschwemm|hurrikan|zyklon|taifun|waldbr|erdrutsch|tornado|sturm',
    casualty: 'getötet|tote|verletz|ums leben|todesopfer',
    dealings:
      'abkommen|vertrag|verträge|beziehungen|diplomat|botschaft|konsul|gesandt|einbestell|luftraum|gespräch|verhandl|gipfel|delegation|außenminist|besuch|sanktion|embargo|zölle|handels|export|import|ausliefer|ausweis|visum|visa|asyl|gefangenenaustausch|staatsbürger|souverän|hoheitsgebiet|anerkenn|beitritt|bündnis|verbündet|frieden|waffenruhe|militärhilfe|manöver|spion|grenz',
    battle:
      'drohne|luftangriff|luftschl|rakete|beschuss|beschoss|front|truppen|streitkräfte|soldaten|kämpfer|offensive|artillerie|bombe|bombard',
    conduct:
      'militär|atom|nuklear|verteidigung|kriegsschiff|stationier|abzug|zieht|abfang|aggression|vorwurf|wirft|beschuldig|einmisch|verurteilt|vergeltung|reaktion|provo|droh|rückführ|hilfe|kredit|humanitär|zugesagt',
    intent: 'kündig|angekündigt|ankündig|will |wird |werden |plant|plan |billig|genehmig|gesetzentwurf|beschl|vorschl|einig',
    inner: 'protest|demonstr|kundgebung|unruhen|wähler|referendum|volksabstimmung|gericht|prozess|urteil|schuldig',
  },
  fr: {
    sport: 'championnat|olympi|médaille|tennis|football|rugby|handball|tournoi|coupe du monde',
    disaster: 'séisme|inondation|ouragan|cyclone|typhon|incendie|glissement de terrain|tornade|tempête|magnitude',
    casualty: 'tué|morts|blessé|décès|victimes',
    dealings:
      'accord|traité|relations|bilatéra|diploma|ambassad|consul|convoqu|espace aérien|pourparlers|négoci|sommet|délégation|affaires étrangères|visite|sanction|embargo|droits de douane|commerc|exportat|importat|extrad|expuls|visas|asile|échange de prisonniers|ressortissant|souverain|territoire|reconna|adhésion|alliance|alliés|paix|cessez-le-feu|trêve|aide militaire|manœuvres|espion|frontière',
    battle: 'drone|frappe|missile|bombard|bombe|troupes|soldats|combattant|offensive|artillerie|forces',
    conduct:
      'militaire|nucléaire|défense|navire de guerre|déploi|déploy|retrait|retire|intercept|agression|accus|ingérence|condamn|dénonc|représailles|réponse|provoc|menac|rapatri|aide |prêt |humanitaire|promet',
    intent: 'annonc|va |vont |prévoi|projet|approuv|décid|propos|accept|envisag',
    inner: 'manifest|protest|émeute|rassemblement|électeur|scrutin|référendum|tribunal|procès|cour |condamné à|coupable',
  },
  es: {
    sport: 'campeonato|olímpic|medalla|tenis|fútbol|baloncesto|rugby|torneo|copa del mundo|copa mundial',
    disaster: 'terremoto|sismo|inundaci|huracán|ciclón|tifón|incendio|deslizamiento|tornado|tormenta|magnitud',
    casualty: 'muert|murier|mató|matan|herid|fallec',
    dealings:
      'acuerdo|tratado|relaciones|bilateral|diplom|embaja|cónsul|consul|espacio aéreo|conversaciones|negocia|cumbre|delegaci|exteriores|canciller|visita|sanci|embargo|arancel|comerci|exporta|importaci|extradi|expuls|visado|visas|asilo|canje de prisioneros|ciudadanos|soberan|territori|reconoc|adhesi|alianza|aliados|paz[ ,.]|alto el fuego|tregua|ayuda militar|maniobras|espía|espion|fronter',
    battle: 'dron|bombarde|bomba|misil|ataque aéreo|ataques aéreos|tropas|soldados|combatiente|ofensiva|artiller|fuerzas',
    conduct:
      'militar|nuclear|defensa|buque de guerra|despleg|despliegue|retir|intercept|agresi|acus|injerencia|conden|denunci|represalia|respuesta|provoc|amenaz|repatri|ayuda |préstamo|humanitari|promet',
    intent: 'anunci|va a |planea|planes|proyecto|aprob|aprueb|decid|propon|propus|acord|prevé',
    inner: 'protest|manifest|disturbio|votante|referéndum|elector|tribunal|juicio|corte |sentenci|culpable',
  },
  pl: {
    sport: 'mistrzostw|olimpi|medal|tenis|piłk|siatkówk|koszykówk|turniej|puchar',
    disaster: 'trzęsieni|powód|powodz|huragan|cyklon|tajfun|pożar|osuwisk|tornado|burz',
    casualty: 'zabit|zginę|rann|poległ|ofiar',
    dealings:
      'porozumien|traktat|umow|stosunk|dyplom|ambasad|konsul|przestrzeń powietrzn|przestrzeni powietrzn|rozmow|rozmów|negocja|szczyt|delegacj|spraw zagranicznych|wizyt|sankcj|embargo|cła|cło|handl|eksport|import|ekstradyc|wydal|azyl|wymian|obywatel|suweren|terytori|uznan|przystąpieni|sojusz|pokój|pokoj|rozejm|zawieszeni|manewr|szpieg|granic',
    battle: 'dron|nalot|rakiet|ostrza|bomb|wojsk|żołnierz|front|ofensyw|artyler',
    conduct:
      'wojskow|militarn|nuklear|jądrow|obron|okręt|rozmieś|wycof|przechwy|agresj|oskarż|ingeren|potępi|odwet|odpowied|prowok|groź|grozi|repatri|pomoc|pożyczk|humanitar|obieca',
    intent: 'ogłos|ogłasz|zapowiad|zapowied|zamierza|planuje|zatwierdz|ustaw|zdecyd|propon|zgodzi|będzie |będą ',
    inner: 'protest|demonstr|zamieszk|wiec |wyborc|referendum|sąd|proces|wyrok|skaza|winn',
  },
  ru: {
    sport: 'чемпионат|олимпи|паралимпи|медал|теннис|футбол|хокке|регби|баскетбол|волейбол|кубок|кубк|турнир',
    disaster: 'землетряс|наводнен|ураган|циклон|тайфун|пожар|оползен|торнадо|шторм|магнитуд',
    casualty: 'убит|погиб|ранен|пострадавш|жертв',
    dealings:
      'соглашени|договор|отношени|диплом|посольств|посол |посла |консул|воздушн|переговор|саммит|делегаци|иностранных дел|мид |визит|санкци|эмбарго|пошлин|торгов|экспорт|импорт|экстради|высыл|высла|убежищ|обмен|граждан|суверен|территори|призна|вступлени|альянс|союзник|мирн|перемири|прекращени|учения|шпион|границ',
    battle: 'дрон|беспилотн|бпла|авиауда|ракет|обстрел|бомб|войск|солдат|боевик|фронт|наступлени|артиллер',
    conduct:
      'военн|ядерн|оборон|корабл|размест|размещ|развер|вывод|вывел|вывест|перехват|агресси|обвин|вмешательств|осуди|осужда|ответн|в ответ|провокац|угро|репатри|помощ|кредит|гуманитар|пообеща',
    intent: 'объяв|заяви|заявля|будет |будут |намер|планир|одобри|утверди|законопроект|решил|предлож|соглас',
    inner: 'протест|демонстрац|беспоряд|митинг|избирател|голосован|референдум|суд |суда |судеб|приговор|процесс|виновн',
  },
  uk: {
    sport: 'чемпіонат|олімпі|паралімпі|медал|теніс|футбол|хоке|регбі|баскетбол|волейбол|кубок|кубк|турнір',
    disaster: 'землетрус|повін|повен|ураган|циклон|тайфун|пожеж|зсув|торнадо|шторм|магнітуд',
    casualty: 'вбит|убит|загину|поранен|постраждал|жертв',
    dealings:
      'угод|договір|договор|відносин|диплом|посольств|посол |посла |консул|повітрян|переговор|саміт|делегаці|закордонних справ|мзс |візит|санкці|ембарго|мито |мита |торгівл|експорт|імпорт|екстради|висила|висла|притул|обмін|громадян|суверен|територі|визна|вступ|альянс|союзник|мирн|перемир|припинення вогню|навчання|шпигун|кордон',
    battle: 'дрон|безпілотн|бпла|авіауда|ракет|обстріл|бомб|військ|солдат|бойовик|фронт|наступ|артилер',
    conduct:
      'військов|ядерн|оборон|корабл|розмі|розгор|вивед|вивод|перехоп|агресі|звинувач|втручан|засуд|у відповідь|відповідн|провокац|погро|загро|репатрі|допомог|кредит|гуманітар|пообіця',
    intent: 'оголо|заяви|заявля|буде |будуть |має намір|плану|схвал|затверд|законопро|виріш|запропон|погод',
    inner: 'протест|демонстрац|заворуш|мітинг|вибор|голосуван|референдум|суд |суду |судов|вирок|процес|винн',
  },
};
const KINDS = Object.keys(LOG_ODDS) as Kind[];
/** So that paragraphs in a language with words have as much on the average as those in one without. */
const PLAIN = -0.5;

const patterns = new Map<string, Record<Kind, RegExp>>();

/** What a paragraph's occasion adds to the log odds of a pair that it names: two teams in a final are no relation. 0 in languages without words for it. */
export function occasionOf(paragraph: string, language: string | null): number {
  const known = language === null ? undefined : patternsOf(language.split('-', 1)[0]!.toLowerCase());
  if (!known) return 0;
  const small = paragraph.toLowerCase();
  let sum = PLAIN;
  for (const kind of KINDS) if (known[kind].test(small)) sum += LOG_ODDS[kind];
  return sum;
}

function patternsOf(language: string): Record<Kind, RegExp> | undefined {
  const words = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  if (!words) return undefined;
  const known = patterns.get(language);
  if (known) return known;
  // No look behind and no case to fold: a page has hundreds of paragraphs.
  const beginning = (stems: string) => new RegExp(`(?:^|[\\s"“„«(\\-–—/])(?:${stems})`);
  const made = Object.fromEntries(KINDS.map((kind) => [kind, beginning(words[kind])])) as Record<Kind, RegExp>;
  patterns.set(language, made);
  return made;
}
