/**
 * Closed endings of Slavic names by how the dictionary form ends, in folded letters (Latin without marks, ё as е).
 * One rule a line: `dictionary ending: endings in its place / those of the plural`; `0` is no ending, the longest
 * dictionary ending that fits wins, `*` is any other word. Consonants that change stand in the endings (`ка: … ці`).
 */
export const SLAVIC_ENDINGS: Record<string, string> = {
  ru: `
*: 0 а у ом ем е и ы / и ы ов ев ей ам ами ах ям ями ях
ов: ов ова ову овом ове овым овой / овы овых овым овыми ово
ев: ев ева еву евом еве евым евой / евы евых евым евыми ево
ин: ин ина ину ином ине иным иной / ины иных иным иными инов инам инах ино
ын: ын ына ыну ыном ыне ыным ыной / ыны ыных ыными
ский: ский ского скому ским ском ская ской скую скою ское / ские ских ским скими
цкий: цкий цкого цкому цким цком цкая цкой цкую цкое / цкие цких цким цкими
ый: ый ого ому ым ом ая ой ую ое / ые ых ым ыми
ые: ые ых ым ыми
ий: ий ия ию ием ии ие его ему им ем яя ей юю ее ого ому ом ая ой ую ое / иев иям иями иях ие их им ими
ой: ой оя ою оем ое ого ому ым им ом ая ую / ые ых ым ыми ие их им ими
ская: ская ской скую скою / ские ских ским скими
цкая: цкая цкой цкую / цкие цких
ая: ая ой ую ою ей ею аи ае / ые ых ым ыми ие их им ими
яя: яя ей юю / ие их им ими
ое: ое ого ому ым им ом / ые ых ым ыми ие их им ими
ее: ее его ему им ем / ие их им ими
ые: ые ых ым ыми
ие: ие ия ию ием ии иям иями их им ими иях ий
ье: ье ья ью ьем ьям
й: й я ю ем е и / и ев ям ями ях
ь: ь я ю ем е и ью ей ем / и ей ев ям ями ях
ец: ец ца цу цем цом це / цы цев цов цам цами цах
лец: лец льца льцу льцем льце / льцы льцев льцам льцами льцах
ок: ок ка ку ком ке ока оку оком оке / ки ков кам ками ках оки оков окам оками оках
ел: ел ла лу лом ле ела елу елом еле / лы лов лам лами лах
а: а ы и е у ой ою ей ею / 0 ам ами ах
ка: ка ки ке ку кой кою / к ек ок кам ками ках
я: я и ю ей ею е й / ей ям ями ях ь
ия: ия ии ию ией иею ие ий / иям иями иях
ья: ья ьи ью ьей ье / ей ьям ьями ьях
о: о а у ом е / 0 ам ами ах
е: е я ю ем и а у ом / ей ям ями ях
ы: ы 0 ов ам ами ах
и: и ей ев ов й ь ам ами ах ям ями ях
ки: ки ок ек к кам ками ках
ены: ены ен енов енам енами енах ена
ане: ане ан анам анами анах
`,
  uk: `
*: 0 а у ом ем ові еві і и е ю / и і ів їв ам ами ах
ов: ов ова ову овом ові овим ове овою овій / ови ових овим овими
ев: ев ева еву евом еві евим евою евій / еви евих
єв: єв єва єву євом єві євим євою євій / єви євих
ін: ін іна іну іном іні іним іною іній ена ену еном ені / іни іних ін інів інам інами інах
ський: ський ського ському ським ська ської ській ську ською ське / ські ських ськими
цький: цький цького цькому цьким цька цької цькій цьку цькою цьке / цькі цьких цькими
ий: ий ого ому им ім а ої ій у ою е ія ію ієм ії / і их им ими
ій: ій ого ому им ього ьому ім ії я ю ій єю ьої ія ію ієм ієві / і їх іх іми їв іям іями
ська: ська ської ській ську ською / ські ських ським ськими
цька: цька цької цькій цьку цькою / цькі цьких
ське: ське ського ському ським / ські ських
цьке: цьке цького цькому цьким
ські: ські ських ським ськими
не: не ного ному ним нім ня ню нем ні
е: е я ю ем і а у ого ому им / ям ями ях їв
і: і ів їх их им ими ам ами ах ей ям ями ях 0 ь
и: и 0 ів ам ами ах ей
й: й я ю єм єві ї є / ї їв ям ями ях
ай: ай аю аєм аї ая аєві / аї аїв аям аями аях
ь: ь я ю ем еві і тю лю ню ззю ссю / і ів ей ям ями ях
іль: іль оля олю олем олі еля елю елем елі ілля ілль іллю ілем
ець: ець ця цю цем цеві ці / ці ців цям цями цях
лець: лець льця льцю льцем льцеві льці / льці льців льцям льцями льцях
ок: ок ка ку ком кові оку оком оці / ки ків кам ками ках
ік: ік іка іку іком ікові іці іці / іки іків ікам іками іках
ів: ів ова ову овом ові ева еву евом еві іва іву івом івом івці івим івої івій івою / ови івих
їв: їв єва єву євом єві їва їву їві / їви
ід: ід оду одом оді ода іду ідом іді іда
іг: іг огу огом озі ога ігу ігом ізі іга
ір: ір ору ором орі ора еру ером ері іру іром ірі іра
іт: іт оту отом оті ота іту ітом іті іта
а: а и у ою і о ої ій / 0 ам ами ах
ка: ка ки ку кою ці ко кої кій / к ок кам ками ках
га: га ги гу гою зі го / г гам гами гах
ха: ха хи ху хою сі хо / х хам хами хах
я: я і ю ею єю ям єю ї є ь / ям ями ях
ія: ія ії ію ією іє / ій іям іями іях
дія: дія дії дію дією / дій діям діями діях
ня: ня ні ню нею ням нню
о: о а у ом і ові / 0 ам ами ах
`,
  be: `
*: 0 а у ам ом ем е і ы ю / і ы аў ов ам амі ах
аў: аў ава аву авам аве авым авай / авы авых
оў: оў ова ову овым ове овай / овы овых
еў: еў ева еву евым еве евай / евы евых
ін: ін іна іну інам іне іным інай / іны іных
скі: скі скага скаму скім ская скай скую скае / скія скіх скімі
цкі: цкі цкага цкаму цкім цкая цкай цкую цкае / цкія цкіх цкімі
кі: кі кага каму кім кая кай кую кае каў / кія кіх кімі
ы: ы ага аму ым ая ай ую ое ае аў ам амі ах 0 / ыя ых ымі
і: і я ю ем яў аў ям ямі ях ам амі ах ый ага аму ім
ыя: ыя ыі ыю ыяй ых ым ымі
ія: ія іі ію іяй іх ім імі / ій
ая: ая ай ую аю / ыя ых ым ымі
ае: ае ага аму ым
ь: ь я ю ем і еў ю / і яў ям ямі ях
ец: ец ца цу цам цы / цы цаў цам цамі цах
ай: ай аю аем аі ая
й: й я ю ем і / і яў ям ямі ях
а: а ы і е у ай аю / 0 ам амі ах
ка: ка кі цы ку кай каю / к кам камі ках
га: га гі зе гу гай / г
я: я і ю яй ей е / ь ям ямі ях
о: о а у ам е ом
е: е я ю ем і
`,
  bg: `
*: 0 а ът я ят е о / и ите ове овете
а: а ата о / и ите
ка: ка ката ко / ки ките
я: я ята йо / и ите
ия: ия ията / ии иите
о: о ото / а ата
е: е ето / та тата
и: и ите
ски: ски ският ския ска ската ско ското / ските
ен: ен ният ния на ната но ното / ни ните
ец: ец еца ецът / ци ците
ин: ин инът ина / и ите ини
ност: ност ността
й: й я ят / и ите
т: т та ът а / и ите ове овете
`,
  pl: `
*: 0 a u owi em iem ie e y i ze o / y i ow om ami ach owie
t: t ta tu towi tem cie ty / ty tow tom tami tach ci
d: d da du dowi dem dzie dy / dy dow dom dami dach dzi
st: st sta stu stem scie sty ci / stow stom stami stach sci
r: r ra ru rowi rem rze ry / rzy row rom rami rach
k: k ka ku kowi kiem / ki kow kom kami kach cy
ek: ek ka ku kowi kiem eka eku ekowi ekiem / ki kow kom kami kach ekow eki
g: g ga gu gowi giem / gi gow gom gami gach
l: l la lu lowi lem le li ly / li low lom lami lach le
ec: ec ca cu cowi cem / cy cow com cami cach
iec: iec ca cu cowi cem nca ncu ncowi ncem / cy cow ncy ncow com cami cach
rzec: rzec rca rcu rcowi rcem / rcy rcow rcom rcami rcach
ien: ien nia niu niem niowi ienia ieniu ieniem / nie ni niom niami niach
zen: zen znia zniu zniem zena zenowi zenem zenie zenu
cien: cien tnia tniu tniem cienia cieniu cieniem
dzien: dzien dnia dniu dniem
c: c ca cu cowi cem cy y i / ce cow com cami cach
a: a y i e o ie u ej / 0 om ami ach
ka: ka ki ce ke ko kiej / k ek kom kami kach
ga: ga gi dze ge go giej / g gom gami gach
ra: ra ry rze re ro / r rom rami rach
ta: ta ty cie te to / t tom tami tach
da: da dy dzie de do / d dom dami dach
la: la ly le li lo / l lom lami lach
ia: ia ii i ie io ie
cha: cha chy sze che cho
wa: wa wy wie we wej wo wa / w wom wami wach
na: na ny nie ne nej no / n nom nami nach nych nymi
ska: ska skiej ska sko sce ski ske / skie skich skim skimi
cka: cka ckiej cka / ckie ckich ckim ckimi
owa: owa owej owa owy owie owe
ski: ski skiego skiemu skim ska skiej skie / scy skich skimi
cki: cki ckiego ckiemu ckim cka ckiej ckie / ccy ckich ckimi
ki: ki kiego kiemu kim ka kiej kie / kich kimi
y: y ego emu ym a ej e 0 ow om ami ach / ych ymi
i: i iego iemu im ia iej ie om ami ach / ich imi
ny: ny nego nemu nym na nej ne 0 n nom nami nach / ni nych nymi
o: o a u em ie e owi / 0 om ami ach
ko: ko ka ku kiem ki kowi
go: go ga gu giem gowi
sko: sko ska sku skiem
stwo: stwo stwa stwu stwem stwie / stw stwom stwami stwach
to: to ta tu tem cie towi
no: no na nu nem nie nego nemu nym
e: e a u em ego emu ym / 0 om ami ach ych ymi
ie: ie ia iu iem iego iemu im ich / iom iami iach
um: um / a ow om ami ach
n: n nia niowi niu niem na nu nowi nem nie / ni now nom nami nach niow
j: j ja ju jowi jem je ji i / jow jom jami jach
w: w wa wu wowi wem wie wia wiu wiem / wow wom wami wach
`,
  cs: `
*: 0 a u ovi em e i y ech / i y u um ech ich ove emi
ek: ek ka ku kovi kem eku eka ekem ekovi / ci ky ku kum kove
ec: ec ce ci cem covi / ci ce cu cum cich
el: el la lu lovi lem le ele eli elem elovi
k: k ka ku kovi kem ce / ci ky kum cich kove
a: a y u ou e o ovi / 0 am ami ach
ka: ka ky ku kou ce ko / k ek kam kami kach
ha: ha hy hu hou ze ho
ga: ga gy gu gou ze go
cha: cha chy chu chou se cho
ova: ova ove ovou
ska: ska ske skou sky sku sce
ia: ia ie ii iu iou
e: e i em u ete / i im emi ich 0
ie: ie ii ii iich iemi
ce: ce ci / cich cim cemi c
o: o a u em e / 0 ech um y
ko: ko ka ku kem ce
sko: sko ska sku skem ske
stvi: stvi stvim
i: i iho imu im ich imi
y: y eho emu ym em e a ou ych ymi 0 u um ach ami
sky: sky skeho skemu skym skem ska ske skou / sti skych skymi
cky: cky ckeho ckemu ckym ckem cka cke ckou / cti ckych ckymi
us: us u ovi em usa usu usem usovi
um: um a u em
es: es se su sem
`,
  sk: `
*: 0 a u ovi om e i y / i y ov om och mi ovia
ek: ek ka ku kovi kom eka eku ekom / ci ky kov
ok: ok ku kom oka oku okom ka
ec: ec ca cu covi com ci / ci cov com coch
a: a y u ou e ej / 0 am ami ach
ka: ka ky ku kou ke / k kam kami kach
ova: ova ovej ovu ovou
ia: ia ie iu ii iou
ska: ska skej sku skou
ce: ce c ciach ciam
o: o a u om e / 0 am ami ach
sko: sko ska sku skom
e: e a u om i
i: i ieho iemu im om
y: y eho emu ym om a ej u ou e 0 ov och ami ach / i ych ymi
sky: sky skeho skemu skym skom ska skej sku skou ske / ski skych skymi
cky: cky ckeho ckemu ckym ckom cka ckej cku ckou cke / cki ckych ckymi
stvo: stvo stva stvu stvom stve
`,
  sl: `
*: 0 a u om em i e ov ev ih / i e ov om em ih ami emi oma
ec: ec ca cu cem cev / ci cev cem cih ce
ek: ek ka ku kom eka eku ekom
er: er ra ru rom rja rju rjem era eru erom
el: el la lu lom ela elu elom
a: a e i o / 0 ah am ami
ka: ka ke ki ko
ija: ija ije iji ijo / ij
ska: ska ske ski sko
o: o a u om / ih
sko: sko ska sku skem skim skega skemu
je: je ja ju jem
e: e a u em
i: i ega emu im em a o ih
ski: ski skega skemu skim skem ska ske sko / skih skimi
y: y ya yu yem yja yju yjem
ki: ki kega kemu kim kem ka ke ko / kih kimi
`,
  hr: `
*: 0 a u om em e i ov ev ova ovu ovim / i e a ima ovi ova
ac: ac ca cu cem ce / ci aca cima ce
ak: ak ka ku kom aka aku akom / ci aka cima
ar: ar ra ru rom ara aru arom
a: a e i u o om oj / e a ama
ka: ka ke ci ki ku kom ko / ka kama aka
ga: ga ge zi gi gu gom
ija: ija ije iji iju ijom ijo / ija ijama
o: o a u om
sko: sko ska sku skom skoj ske
ska: ska ske skoj sku skom / skih skim
e: e a u em
je: je ja ju jem
i: i og om im a e u oj ih
ski: ski skog skoga skom skome skim ska ske skoj sku sko / skih skima
cki: cki ckog ckoga ckom ckome ckim cka cke ckoj cku cko / ckih ckima
`,
};

const LATIN = 'abcdeghijkmorsuv';
const CYRILLIC = 'абцдегхијкморсув';

/** Serbian in Cyrillic declines as Croatian does in Latin letters; both scripts count as one language. */
export function serbianEndings(): string {
  const latin = SLAVIC_ENDINGS.hr!;
  return `${latin}${latin.replace(/[a-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter)}`;
}
