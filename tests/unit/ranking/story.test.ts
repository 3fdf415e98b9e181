import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn, namesIn } from '../../../lib/ranking/names-in-text.ts';
import { type StoryText, whatEachAdds } from '../../../lib/ranking/story.ts';

const names = (text: string, language: string | null = 'en') => namesIn(text, language).map((name) => name.text);
const figures = (text: string, language = 'en') => figuresIn(text, language).map((figure) => figure.text);

describe('names in a text', () => {
  it('are runs of capitals inside a sentence', () => {
    expect(names('The plant at Votkinsk was shown to Guo Jiakun on Monday, and the talks in Grey Harbour ended in January.')).toEqual([
      'Votkinsk',
      'Guo Jiakun',
      'Grey Harbour',
    ]);
  });

  it('are none where capitals say nothing', () => {
    expect(names('Yesterday Guo spoke. Lathes were seen at the plant there.')).toEqual([]);
    expect(names('Chinese Lathes Seen In Missile Plant Of The North')).toEqual([]);
    expect(names('this was said under BREAKING NEWS by everyone at the harbour of the town')).toEqual([]);
    expect(names('Die Arbeiter der Werft haben am Montag die Arbeit niedergelegt, sagte ein Sprecher.', 'de')).toEqual([]);
    expect(names('The plant at Votkinsk was shown to everyone who asked.', null)).toEqual([]);
    expect(names('وقالت وزارة الخارجية إن الصين لا تساعد روسيا', 'ar')).toEqual([]);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(namesIn(text, 'en'))).toBe(true);
        expect(Array.isArray(figuresIn(text, 'xx'))).toBe(true);
      }),
    );
  });
});

describe('figures in a text', () => {
  it('are numbers with their unit, whatever groups their digits', () => {
    expect(figures('Russia returned 1,000 bodies, Ukraine 38; machines worth $10.3 billion, 12% more.')).toEqual([
      '1,000 bodies',
      '$10.3 billion',
      '12%',
    ]);
    expect(figuresIn('1 000 und 1.000 und 1,000', 'de').map(({ value }) => value)).toEqual(['1000']);
    expect(figuresIn('10,3 and 10.3', 'en').map(({ value }) => value)).toEqual(['10.3']);
  });

  it.each([
    ['zh', '俄方归还了1000具遗体，耗资103亿美元，其中38具为俄军；至少25％、3万名士兵。', ['1000具', '103亿美元', '38具', '25％', '3万名']],
    ['zh', '第38届会议，2026年1月29日12时15分，20世纪。', []],
    ['ja', 'ロシアは1000人の遺体を返還し、10.3億ドルを払った。１２０隻。', ['1000人', '10.3億ドル', '１２０隻']],
    ['ar', 'أعادت روسيا ١٠٠٠ جثة بقيمة ١٠٫٣ مليار دولار', ['١٠٠٠ جثة', '١٠٫٣ مليار']],
    ['fa', '۱٬۲۳۴ نفر در سال ۲۰۲۶', ['۱٬۲۳۴ نفر']],
    ['hi', 'रूस ने १,००० सैनिक लौटाए', ['१,००० सैनिक']],
    ['th', 'รัสเซียส่งคืน๑,๐๐๐ศพ', ['๑,๐๐๐']],
  ])('are read in the digits and without the blanks of %s', (language, text, expected) => {
    expect(figures(text, language)).toEqual(expected);
  });

  it('are one, in whatever digits they are written', () => {
    expect(['1,234 tons', '۱٬۲۳۴ تن', '１２３４吨'].map((text) => figuresIn(text, 'xx')[0]?.value)).toEqual(['1234', '1234', '1234']);
  });

  it('are no years, dates, times, scores or single digits', () => {
    expect(
      figures('On 29 January 2026 at 10:30, in 2024, by 3:2, 7 ships, 2026-01-29, RS-26, 18/07, the 79th, 10 pm, and 38 Creighton.'),
    ).toEqual([]);
    expect(figures('Am 29. Januar kamen sie.', 'de')).toEqual([]);
  });
});

const DAY = Date.UTC(2026, 0, 29);
const HOUR = 3_600_000;

function report(id: string, at: number | null, text: string, over: Partial<StoryText> = {}): StoryText {
  return { id, language: 'en', publishedAtMs: at, topics: [], text, ...over };
}

describe('what each report of a story adds', () => {
  const first = report('a', DAY + HOUR, 'The ministry denied that the machines of Grey Harbour Works went north, some 120 lathes.', {
    topics: [{ id: 'topic:o', labels: ['Oreshnik'] }],
  });
  const second = report(
    'b',
    DAY + 2 * HOUR,
    'A spokesman, Guo Jiakun, denied it again, and Grey Harbour Works said 120 lathes and 45 presses were sold.',
    {
      topics: [
        { id: 'topic:o', labels: ['Oreshnik'] },
        { id: 'topic:v', labels: ['Votkinsk plant'] },
      ],
    },
  );

  it('is what no earlier one has', () => {
    expect(whatEachAdds([second, first])).toEqual(
      new Map([
        ['b', { topics: ['topic:v'], names: ['Guo Jiakun'], figures: ['45 presses'] }],
        ['a', { topics: ['topic:o'], names: ['Grey Harbour Works'], figures: ['120 lathes'] }],
      ]),
    );
  });

  it('is nobody’s where the order is not known', () => {
    const dayOnly = report('c', DAY, 'They met Guo Jiakun, who spoke to the press again.');
    expect(whatEachAdds([second, dayOnly]).get('b')?.names).toEqual(['Grey Harbour Works']);
    expect(whatEachAdds([second, dayOnly]).get('c')?.names).toEqual([]);
    const undated = report('d', null, 'They met Guo Jiakun, who spoke to the press again.');
    const adds = whatEachAdds([second, undated]);
    expect([adds.get('b')?.names, adds.has('d')]).toEqual([['Grey Harbour Works'], false]);
  });

  it('is no name that an earlier report has in another form or script', () => {
    const ukrainian = report('e', DAY, 'Про це заявив речник Владислав Зеленський у Києві.', { language: 'uk' });
    const later = report('f', DAY + 86_400_000, 'It was said by Vladyslav Zelensky, who left the town.');
    expect(whatEachAdds([ukrainian, later]).get('f')?.names).toEqual([]);
    const genitive = report('g', DAY + 86_400_000, 'Він бачив Владислава Зеленського, але не говорив з ним.', { language: 'uk' });
    expect(whatEachAdds([ukrainian, genitive]).get('g')?.names).toEqual([]);
  });

  it('is no name that its topics stand for', () => {
    const named = report('h', DAY, 'They saw the Votkinsk Works, and the Votkinsk Works saw them.', {
      topics: [{ id: 'topic:v', labels: ['Votkinsk plant', 'Воткінський завод'] }],
    });
    expect(whatEachAdds([named]).get('h')).toEqual({ topics: ['topic:v'], names: [], figures: [] });
  });
});
