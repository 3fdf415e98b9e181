/** Beginnings of words, by language, that tell what a paragraph reports besides what two countries have to do with each other. */
const WORDS: Record<string, { sport: string; disaster: string; casualty: string }> = {
  en: {
    sport:
      'medal|olympic|paralympic|tennis|rugby|football|soccer|cricket|baseball|basketball|ice hockey|handball|volleyball|swimmer|swimming|archery|' +
      'grand slam|world series|world cup|davis cup|champions league|premier league|in the final|championship|tournament',
    disaster: 'flood|earthquake|hurricane|cyclone|typhoon|wildfire|landslide|tornado|storm|magnitude|capsiz|outbreak',
    casualty: 'killed|killing|kills|injur|wound|dead|dies|died|death toll|casualt',
  },
  de: {
    sport: 'meisterschaft|olympi|medaille|tennis|fußball|fussball|handball|eishockey|rugby|turnier|weltcup|weltmeister|pokal',
    disaster: 'erdbeben|hochwasser|überschwemm|hurrikan|zyklon|taifun|waldbr|erdrutsch|tornado|sturm',
    casualty: 'getötet|tote|verletz|ums leben|todesopfer',
  },
  fr: {
    sport: 'championnat|olympi|médaille|tennis|football|rugby|handball|tournoi|coupe du monde',
    disaster: 'séisme|inondation|ouragan|cyclone|typhon|incendie|glissement de terrain|tornade|tempête|magnitude',
    casualty: 'tué|morts|blessé|décès|victimes',
  },
  es: {
    sport: 'campeonato|olímpic|medalla|tenis|fútbol|baloncesto|rugby|torneo|copa del mundo|copa mundial',
    disaster: 'terremoto|sismo|inundaci|huracán|ciclón|tifón|incendio|deslizamiento|tornado|tormenta|magnitud',
    casualty: 'muert|murier|mató|matan|herid|fallec',
  },
  pl: {
    sport: 'mistrzostw|olimpi|medal|tenis|piłk|siatkówk|koszykówk|turniej|puchar',
    disaster: 'trzęsieni|powód|powodz|huragan|cyklon|tajfun|pożar|osuwisk|tornado|burz',
    casualty: 'zabit|zginę|rann|poległ|ofiar',
  },
  ru: {
    sport: 'чемпионат|олимпи|паралимпи|медал|теннис|футбол|хокке|регби|баскетбол|волейбол|кубок|кубк|турнир',
    disaster: 'землетряс|наводнен|ураган|циклон|тайфун|пожар|оползен|торнадо|шторм|магнитуд',
    casualty: 'убит|погиб|ранен|пострадавш|жертв',
  },
  uk: {
    sport: 'чемпіонат|олімпі|паралімпі|медал|теніс|футбол|хоке|регбі|баскетбол|волейбол|кубок|кубк|турнір',
    disaster: 'землетрус|повін|повен|ураган|циклон|тайфун|пожеж|зсув|торнадо|шторм|магнітуд',
    casualty: 'вбит|убит|загину|поранен|постраждал|жертв',
  },
};
/** Log odds that a paragraph of the kind is filed under what the two countries have to do with each other, against others. */
const LOG_ODDS = { sport: -3, disaster: -1, casualty: -1 };

type Kind = keyof typeof LOG_ODDS;
const KINDS = Object.keys(LOG_ODDS) as Kind[];

const patterns = new Map<string, Record<Kind, RegExp>>();

/** What a paragraph's occasion adds to the log odds of a pair that it names: two teams in a final are no relation. 0 in languages without words for it. */
export function occasionOf(paragraph: string, language: string | null): number {
  const known = language === null ? undefined : patternsOf(language.split('-', 1)[0]!.toLowerCase());
  if (!known) return 0;
  const small = paragraph.toLowerCase();
  let sum = 0;
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
  const made = { sport: beginning(words.sport), disaster: beginning(words.disaster), casualty: beginning(words.casualty) };
  patterns.set(language, made);
  return made;
}
