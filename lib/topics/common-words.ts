const WORDS = `
apple amazon shell target visa orange meta windows nature capital time times people life science cell mercury mars polo may march august mark will rose grant hope grace faith dawn sun mirror express guardian observer independent post
star herald tribune standard economist focus spiegel stern welt zeit bild monde figaro libération nation vice slate fortune forbes wired
reading nice bath cork mobile buffalo phoenix corona delta alpha omega patriot javelin hellfire tomahawk tornado typhoon eagle falcon viper
leopard marder gepard puma fuchs biber iris stinger spike barak arrow dome storm shadow hammer excalibur bureau council assembly union alliance
труд правда известия ведомости спутник мир звезда восток заря победа родина знамя орешник град смерч ураган пион тюльпан гвоздика акация
кинжал циркон калибр искандер тополь ярс сармат авангард посейдон буревестник прогресс единство яблоко сила дума народ воля партия рубеж
україна-центр голос слуга свобода батьківщина правда нива нептун вільха град сапсан
gazeta prawo wolność solidarność wyborcza fakt polityka razem lewica konfederacja právo lidové blesk reflex hnutí novoe delo trud
`;

const COMMON = new Set(WORDS.split(/\s+/).filter(Boolean));
const VERBS = new Set(['en polish', 'it usa']);

/** Whether a folded one-word name is also a common word, so that a capital at the start of a sentence proves nothing. */
export function isCommonWord(folded: string): boolean {
  return COMMON.has(folded);
}

/** Whether a country's folded name or adjective is a verb of its language as well. */
export function isVerb(folded: string, language: string): boolean {
  return VERBS.has(`${language} ${folded}`);
}
