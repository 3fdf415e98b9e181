const LISTS = [
  // English
  'a an the and or but nor if then than that this these those there here of in on at to from by for with without about into over under after before between during as is are was were be been being am do does did has have had having will would can could may might must shall should not no it its he she they them their his her him we us our you your i me my who whom whose which what when where why how all any each more most other some such only own same so too very also just new one two said says say told year years',
  // German
  'der die das den dem des ein eine einen einem einer eines und oder aber wenn als dass nicht kein keine in im an am auf aus bei mit nach von vom zu zum zur uber um fur durch gegen ohne vor ist sind war waren wird werden wurde wurden sein hat haben hatte hatten kann er sie es wir ihr ich sich auch noch nur so wie was wer',
  // French
  'le la les un une des du de d l et ou mais si que qui quoi dont ce cette ces cet il elle ils elles on nous vous je se sa son ses leur leurs dans en au aux par pour sur avec sans sous entre est sont etait ete etre a ont avait pas ne plus comme aussi',
  // Spanish, Portuguese, Italian
  'el los las lo una unos unas y o pero que de del al en por para con sin sobre entre es son era fue ser ha han habia no se su sus como mas este esta estos e os as um uma do da dos das em no na nos nas ao por com sem mas foi il gli i di dei della delle che per non sono nel alla dal anche',
  // Polish, Czech
  'i w we z ze na do od po za o u dla przez pod nad przed nie sie jest sa byl byla bylo ktory ktora ktore ze jak tak ale a to ten ta te oraz v se je jsou byl byla kteri ktery ktera pro pri jako by',
  // Russian, Ukrainian
  'и в во не на с со что как а по к но из у за от о об для до же то он она оно они его ее их это этот эта эти был была были быть бы также который которая которые при или если і й у з зі та що як не до від за про для по при це цей ця ці він вона воно вони його її їх був була були бути також який яка які або якщо але',
  // Turkish
  've bir bu da de ile icin cok olan olarak daha gibi ne o',
].join(' ');

const COMMON = new Set(LISTS.split(/\s+/u));

/** Weight of a word before any counting: 0.1 for function words of the languages most indexed, 0.4 for single letters and digits, else 1. */
export function priorWeight(term: string): number {
  if (COMMON.has(term)) return 0.1;
  return term.length < 2 ? 0.4 : 1;
}
