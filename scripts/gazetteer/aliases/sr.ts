/** Serbian, in Cyrillic as written here and in Latin letters: names (n), adjectives (a), persons (d), seats (m), bound forms (c). */
const SR_CYRILLIC = `
AF: a авганистански, авганистански; d Авганистанци
AL: a албански; d Албанци
AM: a јерменски; d Јермени
AR: a аргентински
AT: a аустријски; d Аустријанци; c аустро-
AU: a аустралијски
AZ: a азербејџански, азерски; d Азербејџанци
BA: n Босна, БиХ; a босански, босанскохерцеговачки; d Босанци
BE: a белгијски
BG: a бугарски; d Бугари
BR: a бразилски
BY: a белоруски; d Белоруси
CA: a канадски
CH: a швајцарски
CN: a кинески; d Кинези
CY: a кипарски
CZ: a чешки; d Чеси
DE: a немачки; d Немци
DK: a дански
EE: a естонски
EG: a египатски
ES: a шпански; d Шпанци
FI: a фински
FR: a француски; d Французи
GB: n Велика Британија, Британија, Енглеска; a британски; d Британци
GE: a грузијски, грузински; d Грузијци, Грузини
GR: a грчки; d Грци
HR: a хрватски; d Хрвати
HU: a мађарски; d Мађари; c угарско-
IE: a ирски
IL: a израелски; d Израелци
IN: a индијски
IQ: a ирачки; d Ирачани
IR: a ирански; d Иранци
IT: a италијански; d Италијани
JO: a јордански
JP: a јапански; d Јапанци
KP: a севернокорејски; d Севернокорејци
KR: a јужнокорејски
KZ: a казахстански
LB: a либански
LT: a литвански
LV: a летонски
LY: a либијски
MD: a молдавски
ME: a црногорски; d Црногорци
MK: n Македонија; a македонски, северномакедонски; d Македонци
MX: a мексички
NL: n Холандија; a холандски, низоземски
NO: a норвешки
PK: a пакистански; d Пакистанци
PL: a пољски; d Пољаци
PS: a палестински; d Палестинци
PT: a португалски
RO: a румунски; d Румуни
RS: a српски; d Срби
RU: n Руска Федерација; a руски; d Руси
SA: a саудијски
SE: a шведски
SI: a словеначки; d Словенци
SK: a словачки; d Словаци
SY: a сиријски; d Сиријци
TR: a турски; d Турци
TW: a тајвански
UA: a украјински; d Украјинци; m Кијев
US: n Америка; a амерички; d Американци
VE: a венецуелански
VN: a вијетнамски
XK: a косовски
`;

const LATIN: Record<string, string> = Object.fromEntries(
  'а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č џ dž ш š'
    .split(' ')
    .flatMap((letter, i, all) => (i % 2 === 0 ? [[letter, all[i + 1]!]] : [])),
);

/** Serbian letters one by one: the two scripts of the language stand for each other. */
function inLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const small = LATIN[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? small : small[0]!.toUpperCase() + small.slice(1);
  });
}

export const SR = `${SR_CYRILLIC}${inLatin(SR_CYRILLIC)}`;
