/** Closed endings of other languages; the format is that of `endings-slavic.ts`. Possessive 's, s' and l', d' need none: an apostrophe parts words. */
export const OTHER_ENDINGS: Record<string, string> = {
  en: `
*: 0 / s es
y: y / ies ys
man: man / men
`,
  de: `
*: 0 s es / en e er n ern
isch: isch / ische ischen ischer isches ischem
sch: sch / sche schen scher sches schem
e: e es / en em er n s in innen
en: en ens / em er es
er: er ers / ern erin erinnen
land: land lands landes
`,
  nl: `
*: 0 s / en e
isch: isch / ische
s: s / se sen
e: e / n s er
`,
  sv: `
*: 0 s / en ens er ers na nas erna ernas e a t et
a: a as / an or orna n t
sk: sk / ska skt skas
`,
  no: `
*: 0 s / en ens er ers ene enes e t et
sk: sk / ske skes
`,
  da: `
*: 0 s / en ens er ers ne nes erne e t et
sk: sk / ske skes
`,
  fr: `
*: 0 / s e es x
ien: ien / ienne iens iennes
en: en / enne ens ennes
ais: ais / aise aises
ois: ois / oise oises
ain: ain / aine ains aines
e: e / s es
`,
  es: `
*: 0 / s es a as
o: o / a os as
es: es / esa eses esas
an: an / ana anes anas
on: on / ones
a: a / as
`,
  pt: `
*: 0 / s es a as
o: o / a os as
es: es / esa eses esas
ao: ao / oes aos aes
a: a / as
`,
  ca: `
*: 0 / s a es os
es: es / esa esos eses
a: a / es
`,
  gl: `
*: 0 / s es a as
o: o / a os as
`,
  it: `
*: 0
o: o / a i e
a: a / e i
e: e / i
ese: ese / esi
`,
  ro: `
*: 0 ul ului / i ii ilor e a ei
a: a ei e / ele elor i ii ilor
ia: ia iei ii
ana: ana anei / ane anele
esc: esc easca esti
u: u ul ului / i ii ilor
ul: ul ului / ii ilor
ile: ile ilor
ele: ele elor
ea: ea ei
e: e ea ei / le lor
`,
  tr: `
*: 0 / lar ler larin lerin lari leri
`,
  az: `
*: 0 nin nun in un da de dan den a e ya ye i u ni nu ini unu / lar ler
`,
  hu: `
*: 0 t ot et at ban ben ba be bol rol ra re nak nek val vel hoz hez tol nal nel ig kent i on en a e ot on ert gal gel / k ok ek ak okat okkal oknak okban okbol okrol okra oktol okhoz eket ekkel eknek ekben ekbol ekrol ekre ektol ekhez akat akkal aknak akban akbol akrol akra aktol akhoz
a: a at aban aba abol arol ara anak aval ahoz atol anal aig ai an aert / ak akat akkal aknak akban akbol akrol akra aktol akhoz
e: e et eben ebe ebol erol ere enek evel ehez etol enel eig ei en / ek eket ekkel eknek ekben ekbol ekrol ekre ektol ekhez
orszag: orszag orszagot orszagban orszagba orszagbol orszagrol orszagra orszagnak orszaggal orszaghoz orszagtol orszagnal orszagig orszagi orszagon orszage
`,
  fi: `
*: 0 n in ia iin issa ista illa ilta ille iksi ina / it ien ja
a: a an aa assa asta aan alla alta alle aksi ana lainen / at ien
i: i in ia iin issa ista illa ilta ille iksi ina en ea essa esta een / it
o: o on oa ossa osta oon olla olta olle / ot
u: u un ua ussa usta uun ulla ulta ulle
e: e en ea essa esta een ella elta elle etta eksi
mies: mies miehen miesta miehessa miehesta mieheen miehella miehelta miehelle mieheksi miehena / miehet miesten miehia
as: as aksen asta aksessa aksesta akseen aksella akselta akselle aan assa / akset
y: y yn ya yssa ysta yyn ylla ylta ylle
kka: kka kan kkaa kassa kasta kkaan kalla kalta kalle kaksi / kat
kko: kko kon kkoa kossa kosta kkoon kolla kolta kolle
kki: kki kin kkia kissa kista kkiin killa kilta kille
tti: tti tin ttia tissa tista ttiin tilla tilta tille tiksi / tit
tta: tta tan ttaa tassa tasta ttaan talla talta talle
tto: tto ton ttoa tossa tosta ttoon tolla tolta tolle toksi
ppa: ppa pan ppaa passa pasta ppaan palla palta palle
nto: nto nnon ntoa nnossa nnosta ntoon nnolla nnolta nnolle nnoksi / nnot
nta: nta nnan ntaa nnassa nnasta ntaan nnalla nnalta nnalle
lta: lta llan ltaa llassa llasta ltaan llalla llalta llalle
rta: rta rran rtaa rrassa rrasta rtaan rralla rralta rralle
uku: uku uvun ukua uvussa uvusta ukuun uvuksi
nen: nen sen sta sessa sesta seen sella selta selle seksi sena / set sten sia sissa sista
ja: ja jan jaa jassa jasta jaan jalla jalta jalle / jat
vallat: vallat valtojen valtain valtoja valloissa valloista valtoihin valloilla valloilta valloille valloiksi valtoina
kunnat: kunnat kuntien kuntia kunnissa kunnista kuntiin kunnilla kunnilta kunnille kunniksi
aat: aat aiden aitten aita aissa aista aihin ailla ailta aille aiksi
neet: neet neiden neita neissa neista neisiin neilla neilta neille
iinit: iinit iinien iineja iineissa iineista iineihin iineilla iineilta iineille
iivit: iivit iivien iiveja iiveissa iiveista iiveihin iiveilla iiveilta iiveille
ellit: ellit ellien elleja elleissa elleista elleihin elleilla elleilta elleille
saaret: saaret saarten saarien saaria saarissa saarista saariin saarilla saarilta saarille
maa: maa maan maata maassa maasta maahan maalla maalta maalle
`,
  et: `
*: 0 i is ist ile ilt ga iga le lt ks ni s st sse l / id ide
a: a as ast ale alt aga aks asse al / ad
i: i is ist ile ilt iga iks isse il / id
maa: maa maal maale maalt maad maaga maa
`,
  lt: `
*: 0
as: as o ui a u e ai / u ams us ais uose
is: is io iui i iu yje / iai iu iams ius iais
ys: ys io iui i iu yje / iai iu iams ius iais
us: us aus ui u umi uje
ija: ija ijos ijai ija ijoje
a: a os ai oje / u oms as omis ose
e: e es ei eje
`,
  lv: `
*: 0
s: s a am u ai os / i iem us
is: is a im i
ija: ija ijas ijai iju ija
a: a as ai u / am os
e: e es ei i
`,
  el: `
*: 0
οσ: οσ ου ο ον ε / οι ων ουσ
οι: οι ουσ ων / οσ ου ο ον ε
ασ: ασ α / εσ ων
ησ: ησ η / εσ ων
α: α ασ αν / εσ ων
η: η ησ ην εωσ / εισ εων
ο: ο ου / α ων
ι: ι ιου / ια ιων
ια: ια ιασ ιαν
ικοσ: ικοσ ικου ικο ικη ικησ ικα ικων ικεσ ικοι ικουσ
εσ: εσ ων
`,
  sq: `
*: 0 i in it a en es / t te ve
a: a es en
`,
  // Katakana write a name and a loanword behind it in one run.
  ja: `
*: 0 メディア サミット ミサイル ドローン チーム リーグ ツアー ルート フォーラム
`,
  // Adjectives of relation; "مالية" (finance) is none of Mali's, which is a name.
  ar: `
*: 0
ي: ي / ية يون يين
`,
  ko: `
*: 0 은 는 이 가 을 를 의 에 에서 에도 에는 와 과 로 으로 도 만 까지 부터 에게 보다 라고 처럼 측 측은 군 군은 군의 군이 군과 군에 군을 군도 계 산 인 인들 들 이나 나 및 이다 등
`,
  ne: `
*: 0 का की के को ले मा लाई बाट सँग द्वारा
`,
  uz: `
*: 0 ni ning ga da dan dagi lik / lar larni larning
si: si sini sining siga sida sidan
`,
  kk: `
*: 0 ның нің дың дің тың тің ға ге қа ке ды ді ты ті ны ні да де та те дан ден тан тен нан нен мен бен пен / лар лер дар дер тар тер
сы: сы сын сының сына сында сынан
сі: сі сін сінің сіне сінде сінен
`,
  ta: `
*: 0
ம்: ம் த்தின் த்தில் த்தை த்தைப் த்துக்கு த்திற்கு த்துடன் த்தால்
்: ் ின் ில் ை ைப் ைக் ுக்கு ுக்குப் ுடன் ால் ும்
ு: ு ின் ில் ை ைப் ைக் ைச் ுக்கு ுடன் ால் ும்
ி: ி யின் யில் யை யைப் க்கு யுடன் யால் யும் யையும்
ை: ை யின் யில் யை க்கு யுடன் யால் யும்
ா: ா வின் வில் வை வைப் வுக்கு வுடன் வால் வும் வையும்
`,
  ka: `
*: 0
ი: ი ს ის მა ში იდან ისა თან ით ზე / ები ებს ების ებმა ებში
ა: ა ას ის ამ აში იდან ასთან ით აზე
ო: ო ოს ომ ოში ოდან ოსთან
უ: უ უს უმ უში უდან უსთან უთი უზე
ე: ე ეს ემ ეში ედან ესთან ეთი ეზე
`,
  xmf: `
*: 0
ი: ი ს იშ შ ქ იქ შა იშა შე იშე ით ო / ეფი ეფს ეფიშ ეფქ ეფიშა
ა: ა ას აშ აქ აშა აშე ათ / ეფი ეფს ეფიშ
უ: უ უს უშ უქ უშა უშე
ე: ე ეს ეშ ექ ეშა
`,
  si: `
*: 0 ේ ෙන් ට ගේ
`,
  ckb: `
*: 0 ی یی ە ەکە ەکەی / ان انی ەکان ەکانی
`,
  hy: `
*: 0 ը ն ի ին ից ում ով
`,
};
