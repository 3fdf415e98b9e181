/** What `rules` of `characters.ts` answer for the blocks that most pages are written in, worked out beforehand: a fresh isolate would spend milliseconds on it. */
export interface BlockTable {
  /** One letter per unit, `A` for the first of `TABLE_KINDS`; a number repeats the letter before it. */
  kinds: string;
  /** What each unit folds to, a blank where it is itself; a number repeats the blank. */
  folds: string;
}

/** Bits of `characters.ts` by the letters of a table. */
export const TABLE_KINDS = [0, 4096, 8192, 2048, 1024, 32768, 16384, 8, 19, 21, 128, 531, 533, 17, 35, 37, 1];

/** Units that fold into two letters, each followed by the second. */
export const TABLE_SECONDS = 'ÆeÞhßsæeþhĲjĳjĿ·ŀ·ŉnŒeœeǄzǅzǆzǇjǈjǉjǊjǋjǌjǱzǲzǳz';

/** By block of 256 units; `tests/unit/text/characters.test.ts` prints the right strings where they are not what the rules answer. */
export const BLOCK_TABLES: Record<number, BlockTable> = {
  // Basic Latin and Latin-1
  0: {
    kinds: 'A9B5A18BACA3DECCADFDGDH10A7I26CACAAEJ26A37BA9JCAKA6EAADAAJCA4I6LI16AI6LMJ6MJ16AJ6MJ',
    folds: ' 65abcdefghijklmnopqrstuvwxyz 79a 15o 5aaaaaaaceeeeiiiiðnooooo ouuuuytsaaaaaaaceeeeiiii nooooo ouuuuyty',
  },
  // Latin Extended
  1: {
    kinds:
      'IJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJLMIJIJNIJIJIJLMIJIJIJIJMIJIJIJIJLMIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIJIIJIJIJ3IIJIJIIJI3JNI4JIIJI3J3IIJIIJIJIJIIJINNIJIIJI3JIJIIJNNIJNJN4LLMLLMLLMIJIJIJIJIJIJIJIJJIJIJIJIJIJIJIJIJIJJLLMIJI3JIJIJIJ',
    folds:
      'aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkk llllllllllnnnnnnʼŋ oooooooorrrrrrssssssssttttŧ uuuuuuuuuuuuwwyyyzzzzzzs ɓƃ ƅ ɔƈ ɖɗƌ  ǝəɛƒ ɠɣ ɩɨƙ 3ɯɲ ɵooƣ ƥ ʀƨ ʃ  ƭ ʈuuʊʋƴ ƶ ʒƹ 3ƽ 7dddlllnnnaaiioouuuuuuuuuu aaaaææǥ ggkkooooʒʒjdddggƕƿnnaaææøø',
  },
  // Cyrillic
  4: {
    kinds:
      'O48P48OPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPAK7OPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOOPOPOPOPOPOPOPPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOPOP',
    folds:
      'ѐеђѓєѕіїјљњћќѝўџабвгдежзийклмнопрстуфхцчшщъыьэюя 33е 14ѡ ѣ ѥ ѧ ѩ ѫ ѭ ѯ ѱ ѳ ѵ ѷ ѹ ѻ ѽ ѿ ҁ 9ҋ ҍ ҏ ґ ғ ҕ җ ҙ қ ҝ ҟ ҡ ң ҥ ҧ ҩ ҫ ҭ ү ұ ҳ ҵ ҷ ҹ һ ҽ ҿ ӏӂ ӄ ӆ ӈ ӊ ӌ ӎ  ӑ ӓ ӕ ӗ ә ӛ ӝ ӟ ӡ ӣ ӥ ӧ ө ӫ ӭ ӯ ӱ ӳ ӵ ӷ ӹ ӻ ӽ ӿ ',
  },
  // punctuation
  32: {
    kinds: 'B11K5D5A3EEAAC4AADA4DAAK5BAAEA6CCA37K16AQA13QA16Q13A51K33A15',
    folds: ' 113i 13n 16aeoxəhklmnpst 99',
  },
};
