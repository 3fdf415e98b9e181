import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { PROJECT_ROOT } from '../../support/source-files.ts';

const opened = openGazetteer([readFileSync(join(PROJECT_ROOT, 'public', 'data', 'builtin.gaz'))]);
if (!opened.ok) throw new Error(opened.error.message);
const gazetteer = opened.value;

function countriesIn(language: string, text: string): string[] {
  const found = detectTopics({ language, parts: [{ zone: 'body', text }] }, gazetteer, { relations: false });
  return found.flatMap(({ id, kind }) => (kind === 'country' ? [id.slice('country:'.length)] : [])).sort();
}

describe('women of a country', () => {
  it.each([
    ['de', 'Eine Amerikanerin und zwei Ukrainerinnen reisten ab', 'UA US'],
    ['de', 'Eine Russin, eine Polin und eine Chinesin siegten', 'CN PL RU'],
    ['de', 'Mehrere Französinnen, Britinnen und Ungarinnen', 'FR GB HU'],
    ['ru', 'Две россиянки и украинка живут в одном доме', 'RU UA'],
    ['ru', 'Американку и немок пригласили', 'DE US'],
    ['uk', 'Росіянка, американка й німкеня', 'DE RU US'],
    ['pl', 'Ukrainki, Rosjanki i jedna Amerykanka', 'RU UA US'],
    ['cs', 'Ukrajinka, Američanka a Němka', 'DE UA US'],
    ['sr', 'Рускиње и Украјинке', 'RU UA'],
  ])('are found: %s: %s', (language, text, codes) => expect(countriesIn(language, text).join(' ')).toBe(codes));

  it.each([
    ['uk', 'Леся Українка писала драми; вірші Лесі Українки'],
    ['ru', 'Дети танцевали польку в чешках'],
    ['pl', 'Tańczyli polkę pod śliwą węgierką'],
    ['de', 'Das Bulletin der Medizin'],
  ])('are no poet, dance or shoe: %s: %s', (language, text) => expect(countriesIn(language, text)).toEqual([]));
});

describe('forms of countries of several words, of names in the plural, and of Greeks', () => {
  it.each([
    ['ro', 'Statele Unite au anunțat sancțiuni', 'US'],
    ['ro', 'Armata Statelor Unite se retrage', 'US'],
    ['fi', 'Yhdysvaltojen presidentti, Yhdysvaltain armeija', 'US'],
    ['fi', 'Lento Yhdysvalloista Alankomaihin', 'NL US'],
    ['fi', 'Filippiineillä ja Alankomaissa satoi', 'NL PH'],
    ['fi', 'Arabiemiirikunnissa alkaa kokous', 'AE'],
    ['el', 'Ο Ρώσος πρόεδρος και ο Τούρκος υπουργός', 'RU TR'],
    ['el', 'του Αμερικανού προέδρου και του Ουκρανού', 'UA US'],
    ['el', 'Μια Ρωσίδα και μια Τουρκάλα', 'RU TR'],
    ['el', 'Ο Έλληνας πρωθυπουργός', 'GR'],
    ['el', 'Σύροι πρόσφυγες, ο Σύρος πρόεδρος', 'SY'],
  ])('are found: %s: %s', (language, text, codes) => expect(countriesIn(language, text).join(' ')).toBe(codes));

  it.each([
    ['el', 'Πλοίο από τη Σύρο· η Σύρος περιμένει'],
    ['el', 'Ο Παλαιών Πατρών Γερμανός'],
    ['fi', 'Vapaat maat ja niiden saaret'],
  ])('are no island, saint or land: %s: %s', (language, text) => expect(countriesIn(language, text)).toEqual([]));
});

describe('the Italian name of the United States that is a verb as well', () => {
  it.each([
    ['Gli Usa colpiscono l’Iran', 'IR US'],
    ['Il presidente Usa arriva a Pechino', 'CN US'],
    ['Dazi Usa, la Cina risponde', 'CN US'],
    ['Usa, la Cina risponde ai dazi', 'CN US'],
    ['Usa e Cina firmano', 'CN US'],
    ['Usa attaccano di notte', 'US'],
    ['USA il giorno dopo', 'US'],
  ])('is theirs: %s', (text, codes) => expect(countriesIn('it', text).join(' ')).toBe(codes));

  it.each(['Usa il casco in bicicletta', 'Chi usa il telefono paga. Usa solo acqua fredda', 'Usa l’auto ogni giorno'])(
    'is the verb where a sentence begins with it: %s',
    (text) => expect(countriesIn('it', text)).toEqual([]),
  );

  it('is no name in Spanish', () => expect(countriesIn('es', 'La gente Usa Casco')).toEqual([]));
});

describe('names with what Hebrew and Arabic write into them', () => {
  it.each([
    ['he', 'ארה״ב תקפה באיראן', 'IR US'],
    ['he', 'ארה"ב תקפה באיראן', 'IR US'],
    ['he', 'האו״ם גינה, נאט״ו הגיבה', 'NATO UN'],
    ['he', 'נפגשו בבייג׳ינג', 'CN'],
    ['ar', 'رسالة للولايات المتحدة', 'US'],
    ['ar', 'وللصين موقف آخر وبالصين مصنع', 'CN'],
    ['ar', 'وللولايات المتحدة وللعراق', 'IQ US'],
    ['ar', 'للبنان وللروس', 'LB RU'],
  ])('are found: %s: %s', (language, text, codes) => expect(countriesIn(language, text).join(' ')).toBe(codes));

  it('leave other words alone', () => expect(countriesIn('ar', 'ولما وصل وبات هناك للمرة الأولى')).toEqual([]));

  it('say where the name stands', () => {
    const text = 'رسالة للولايات المتحدة';
    const [topic] = detectTopics({ language: 'ar', parts: [{ zone: 'body', text }] }, gazetteer);
    expect(topic?.mentions.map(({ surface }) => surface)).toEqual(['ولايات المتحدة']);
  });
});

describe('adjectives, and names of one syllable', () => {
  it.each([
    ['nl', 'De Turkse president en de Spaanse premier', 'ES TR'],
    ['nl', 'Griekse, Deense en Portugese schepen', 'DK GR PT'],
    ['hi', 'तुर्की के राष्ट्रपति और अमेरिकी सेना', 'TR US'],
    ['hu', 'A németek és az oroszokkal tárgyalók', 'DE RU'],
    ['hu', 'Az ukránokkal, a franciákkal, a lengyeleknek', 'FR PL UA'],
    ['hu', 'Orosz drónok Kijev felett', 'RU UA'],
    ['vi', 'Nga tấn công Ukraine; Mỹ áp thuế Trung Quốc', 'CN RU UA US'],
    ['vi', 'Mỹ và Iran ký thỏa thuận', 'IR US'],
    ['ko', '트럼프 미 대통령이 말했다', 'US'],
    ['ko', '미중 갈등과 한일 회담', 'CN JP KR US'],
  ])('are found: %s: %s', (language, text, codes) => expect(countriesIn(language, text).join(' ')).toBe(codes));

  it.each([
    ['hu', 'Orosz Anna és Török Gábor beszélt, aki lett az első'],
    ['vi', 'chị Nga và con gái; bà Mỹ đi chợ'],
    ['ko', '내가 한 일은 없다. 3일 정부는 회의 중 외교부에'],
    ['ko', '북미 시장'],
  ])('are no people, days or deeds: %s: %s', (language, text) => expect(countriesIn(language, text)).toEqual([]));

  it.each([
    ['ko', '미·중의 갈등', 'relation:CN-US'],
    ['ko', '한·미·일 정상', 'relation:KR-US relation:JP-US'],
    ['ko', '3일·중국 방문, 초·중·고 학생', ''],
  ])('make pairs with a hyphen or a dot: %s: %s', (language, text, ids) => {
    const found = detectTopics({ language, parts: [{ zone: 'body', text }] }, gazetteer).filter(({ kind }) => kind === 'relation');
    expect(found.map(({ id }) => id)).toEqual(ids === '' ? [] : expect.arrayContaining(ids.split(' ')));
  });
});

describe('an event between two states', () => {
  const idsIn = (language: string, text: string) =>
    detectTopics({ language, parts: [{ zone: 'body', text }] }, gazetteer).map(({ id }) => id);

  it.each([
    ['zh', '俄乌冲突进入第四年', 'topic:war-in-ukraine relation:RU-UA'],
    ['zh', '俄烏戰爭進入第四年', 'topic:war-in-ukraine relation:RU-UA'],
    ['zh', '巴以冲突再起', 'relation:IL-PS'],
    ['zh', '以巴停火谈判', 'relation:IL-PS'],
    ['ru', 'Идёт российско-украинская война', 'topic:war-in-ukraine relation:RU-UA'],
    ['uk', 'Триває російсько-українська війна', 'topic:war-in-ukraine relation:RU-UA'],
    ['tr', 'Rusya-Ukrayna savaşı sürüyor', 'topic:war-in-ukraine relation:RU-UA'],
  ])('is their pair too: %s: %s', (language, text, ids) => expect(idsIn(language, text)).toEqual(expect.arrayContaining(ids.split(' '))));

  it('is no matter of the state whose town it is called after', () => {
    expect(countriesIn('zh', '明斯克协议和奥斯陆协议')).toEqual([]);
  });

  it('is not found in words that only look like it', () => {
    expect(countriesIn('zh', '难以巴结的人；尾巴以外')).toEqual([]);
  });
});

describe('goods and persons that bear a country’s name', () => {
  it.each([
    ['en', 'They met in a Mexican standoff, in Cuban heels, over an Irish coffee, beside a Jersey cow and two China cabinets.'],
    ['en', 'Turkey sandwiches were sold where Turkey farmers met before the Thanksgiving Turkey was carved.'],
    ['zh', '韩国瑜当选院长，韓國瑜說'],
  ])('are none: %s: %s', (language, text) => expect(countriesIn(language, text)).toEqual([]));

  it('leave the countries alone', () => {
    const text = 'A Cuban minister flew to Jersey; Turkey sells bonds, China shops for oil, and Irish farmers drink coffee.';
    expect(countriesIn('en', text).join(' ')).toBe('CN CU IE JE TR');
  });
});
