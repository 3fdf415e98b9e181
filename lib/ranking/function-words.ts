/** Words of grammar, folded, by language: common in any text, so sharing them says nothing, however small the index. */
const LISTS = [
  // English
  'a about after again all also although am among an and any are as at be because been before being between both but by can could did do does down during each even every few for from further had has have he her here his how however i if in into is it its just last made make many may me might more most much must my new no not now of off on one only or other our out over own people per said same say says she should since so some still such than that the their them then there these they this those through to told too two under until up upon us very was we well were what when where which while who whom whose why will with within without would year years you your',
  // German
  'aber alle als also am an auch auf aus bei bis dann das dass dem den der des die diese dieser dieses doch durch ein eine einem einen einer eines er es fur gegen hat haben hatte ich ihr ihre im in ist jahr jahre kann kein keine mehr mit nach nicht noch nun nur ob oder ohne sein seine seit sich sie sind so sowie uber um und uns unter vom von vor war waren was wegen weil wenn werden wie wird worden wurde wurden zu zum zur zwei zwischen',
  // French
  'a au aussi aux avec c ce ces cette comme contre d dans de des deux du elle elles en entre est et ete etre fait il ils j je l la le les leur leurs lors lui m mais meme n ne non nous on ont ou par pas plus pour qu que qui s sa sans se selon ses son sont sous sur tout tous un une vers vous y',
  // Spanish, Portuguese, Italian
  'al ante ao aos as com como con contra da das de del desde dos e el ela ele em en entre era es esta este foi fue ha han hasta la las le lo los mais mas na nas no nos o os para pela pelo pero por que se ser seu sin sobre su sua sus tras um uma un una y ya alla alle anche che chi ci cui dagli dai dal dalla degli dei del della delle di due e fra gli ha hanno i il in loro ma nel nella non per piu sono stata stato sua suo sul sulla tra uno',
  // Dutch, Scandinavian
  'aan bij dat de den der die dit door een en er for fra har heeft het hij hun i ik in is jaar kan maar med meer met na naar niet nog om ook op over te tot uit van voor was wat werd worden zich zijn zo att av de den der det en er ett fick for fran har i inte med och om pa paa sig som sin till til var vid af at ble blev etter',
  // Polish, Czech, Slovak
  'a aby ale ani az bo byc byl byla bylo byly bez co czy dla do gdy i ich ile im is ja jak jako je jego jej jest jeho jejich jen ji jiz juz k kdy kiedy ktera ktere ktery ktora ktore ktorej ktory lub ma mezi mi mimo miedzy na nad nebo nie niz o od oraz pod podle po pri proti przed przez przy po proto s sa sie se si sebe sie sve ta tak take takze te tego tej ten tez to tom tu tym u uz v ve w we wedlug z za ze zostal zostala',
  // Russian, Ukrainian, Belarusian, Bulgarian, Serbian
  'а бы был была были было быть в вы во все всех вот где да для до его ее если еще же за и из или им их к как когда которая которого которые который кто ли между мы на над не нет ни но о об однако он она они от перед по под после при про с сам свои свою себя со так также там то того только тоже том у уже чем через что чтобы эта эти это этого этой этом этот або але без був буде були було бути від він вона вони де для до є же з за зі і із її їх й його коли ми на не ні нас по під після при про та так також то тому у це цей ця чи що щоб як яка яке які який ад аб але быў была былі гэта і з каб калі на не па пра супраць у як які яна яны беше във е като който която които от са се със това тя че како који која које није су уз је из',
  // Turkish, Hungarian, Finnish, Romanian, Indonesian
  'bir bu cok da daha de gibi icin ile ise kadar olan olarak oldu olduğu sonra ve veya ya az az egy es hogy is ki meg mint nem volt vagy a ei eli han hanen ja joka jotka kun myos ne niin ollut oli on ovat se sen seka tai etta a al ale ca care ce cu de din fi fost in la mai nu pe pentru prin sa sau si sunt un unei unui dan dari dalam di dengan ini itu kepada ke oleh pada sebagai telah untuk yang atau akan tidak adalah',
  // Arabic, Persian
  'في من على الى إلى عن مع أن ان هذا هذه التي الذي بعد قبل كان كانت قد ما لا و او أو ثم حيث بين هو هي در از به که این را با برای است شد و تا آن یک بر های شده می بود شدند کرد',
];

const WORDS: ReadonlySet<string> = new Set(LISTS.flatMap((list) => list.split(' ')));

/** True for a folded word of grammar. */
export function isFunctionWord(word: string): boolean {
  return WORDS.has(word);
}
