import { fold } from '../../lib/text/fold.ts';
import type { SourceEntry } from '../../lib/topics/source.ts';

/**
 * Starter topics whose mention is a mention of a country as well: its organs of state, the people who lead it in 2026, and
 * places that carry its name or make up its land. Other cities and regions are where things happen, not who acts: measured,
 * they made ten false pairs for one true one. Movements (Hamas, Hezbollah) stand for no state.
 */
export const SPEAKS_FOR: Record<string, string[]> = {
  CN: ['china-foreign-ministry', 'pla', 'ccp', 'xi-jinping', 'wang-yi', 'guo-jiakun', 'xinhua'],
  EU: ['european-commission', 'european-parliament', 'ursula-von-der-leyen', 'kaja-kallas'],
  AF: ['taliban'],
  BR: ['luiz-inacio-lula-da-silva'],
  BY: ['alexander-lukashenko'],
  DE: ['friedrich-merz'],
  FR: ['emmanuel-macron'],
  GB: ['uk-foreign-office', 'mi6', 'keir-starmer'],
  HU: ['viktor-orban'],
  IQ: ['kurdistan-region'],
  IL: ['idf', 'mossad', 'benjamin-netanyahu'],
  IN: ['narendra-modi'],
  IR: ['irgc', 'masoud-pezeshkian'],
  IT: ['giorgia-meloni'],
  KP: ['kim-jong-un'],
  KR: ['lee-jae-myung'],
  NATO: ['mark-rutte'],
  PL: ['donald-tusk'],
  PS: ['gaza', 'west-bank'],
  RU: [
    'russia-foreign-ministry',
    'russia-defence-ministry',
    'state-duma',
    'fsb',
    'gru',
    'svr',
    'vladimir-putin',
    'sergei-lavrov',
    'dmitry-peskov',
  ],
  SA: ['mohammed-bin-salman'],
  SY: ['ahmed-al-sharaa'],
  TW: ['taiwan-strait'],
  TR: ['recep-tayyip-erdogan'],
  UA: ['verkhovna-rada', 'sbu', 'hur', 'volodymyr-zelensky', 'kyiv'],
  UN: ['un-security-council', 'antonio-guterres'],
  US: ['pentagon', 'us-congress', 'cia', 'fbi', 'federal-reserve', 'donald-trump', 'jd-vance', 'marco-rubio'],
  VE: ['nicolas-maduro'],
};

/** Gives the names of those topics to their countries as metonyms. Throws where a topic or a country is not among the entries. */
export function addSpokenNames(entries: SourceEntry[]): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const [code, topics] of Object.entries(SPEAKS_FOR)) {
    const country = byId.get(`country:${code}`);
    if (!country) throw new Error(`No country ${code}`);
    const known = new Set([...Object.values(country.names).flat(), ...(country.aliases ?? []).map((alias) => alias.text)].map(fold));
    for (const id of topics) {
      const topic = byId.get(`topic:${id}`);
      if (!topic) throw new Error(`No topic ${id}`);
      for (const [language, names] of Object.entries(topic.names)) {
        for (const text of names)
          if (!known.has(fold(text))) country.aliases = [...(country.aliases ?? []), { text, language, role: 'metonym' }];
      }
    }
  }
}
