import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../lib/text/language.ts';

describe('guessLanguage', () => {
  it.each([
    ['en', 'The minister said on Thursday that the talks would go on for at least a week.'],
    ['uk', 'Міністр заявив у четвер, що переговори триватимуть щонайменше тиждень.'],
    ['ru', 'Министр заявил в четверг, что переговоры продлятся не меньше недели.'],
    ['be', 'Міністр заявіў у чацвер, што перамовы будуць доўжыцца не менш за тыдзень.'],
    ['bg', 'Министърът заяви в четвъртък, че преговорите ще продължат поне една седмица.'],
    ['sr', 'Министар је у четвртак изјавио да ће преговори трајати најмање недељу дана.'],
    ['pl', 'Minister powiedział w czwartek, że rozmowy potrwają co najmniej tydzień.'],
    ['cs', 'Ministr ve čtvrtek řekl, že jednání potrvá nejméně týden a bude se pokračovat.'],
    ['de', 'Der Minister sagte am Donnerstag, dass die Gespräche noch eine Woche dauern.'],
    ['fr', 'Le ministre a déclaré jeudi que les discussions dureraient au moins une semaine.'],
    ['es', 'El ministro dijo el jueves que las conversaciones durarán al menos una semana.'],
    ['it', 'Il ministro ha detto giovedì che i colloqui dureranno almeno una settimana.'],
    ['pt', 'O ministro disse na quinta-feira que as conversações não vão durar uma semana.'],
    ['tr', 'Bakan perşembe günü görüşmelerin en az bir hafta süreceğini ve bunun için çalışıldığını söyledi.'],
    ['hu', 'A miniszter csütörtökön azt mondta, hogy a tárgyalások még egy hétig tartanak.'],
    ['fi', 'Ministeri sanoi torstaina, että neuvottelut kestävät ainakin viikon ja että se on hyvä.'],
    ['zh', '部长周四表示，谈判至少还要持续一周。'],
    ['ja', '大臣は木曜日、交渉は少なくとも一週間続くと述べた。'],
    ['ko', '장관은 목요일 협상이 최소 일주일 더 계속될 것이라고 말했다.'],
    ['ar', 'قال الوزير يوم الخميس إن المحادثات ستستمر أسبوعا على الأقل.'],
    ['he', 'השר אמר ביום חמישי כי השיחות יימשכו לפחות שבוע.'],
    ['el', 'Ο υπουργός δήλωσε την Πέμπτη ότι οι συνομιλίες θα διαρκέσουν μία εβδομάδα.'],
    ['th', 'รัฐมนตรีกล่าวเมื่อวันพฤหัสบดีว่าการเจรจาจะดำเนินต่อไป'],
  ])('%s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('says nothing where there is too little to go by', () => {
    for (const text of ['', '12 345', 'Oreshnik', 'BBC CNN NATO']) expect(guessLanguage(text)).toBeNull();
  });

  it('is total', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (text) => guessLanguage(text) === null || /^[a-z]{2,3}$/.test(guessLanguage(text)!),
      ),
    );
  });
});
