const AGENCY =
  /^(?:(?:the )?associated press|ap|afp|agence france.?presse|reuters|dpa(?:\b.*)?|pti|press trust of india|ians|ani|upi|xinhua|tass|interfax(?:[- ]ukraine)?|ria novosti|ansa|adnkronos|efe|apa|(?:keystone[- ])?sda|kna|epd|bns|ritzau|tt|ntb|stt|anp|belga|ctk|čtk|pap|mti|ukrinform|unian|bloomberg(?: news)?|kyodo|jiji|yonhap|dow jones(?: newswires)?|getty images|the canadian press|canadian press|australian associated press|aap|press association|pa media|anadolu(?: agency| ajansı)?|agerpres|tanjug|tasr|bernama|notimex|t[ée]lam|agencia efe|europa press|(?:agência )?lusa|риа новости|тасс|интерфакс|укрінформ|уніан|інтерфакс[- ]україна|新华社|新華社|中新社|中央社|共同通信|時事通信|연합뉴스)(?:\s+(?:staff|reporters?))?$/iu;

/** Long and short names of one agency, each folded, and how it is shown. */
const NAMES: [string, string[]][] = [
  ['AP', ['ap', 'associated press', 'the associated press']],
  ['AFP', ['afp', 'agence france presse', 'agence france-presse', 'agence france–presse']],
  ['PTI', ['pti', 'press trust of india']],
  ['PA Media', ['pa media', 'press association']],
  ['AAP', ['aap', 'australian associated press']],
  ['The Canadian Press', ['the canadian press', 'canadian press']],
  ['Bloomberg', ['bloomberg', 'bloomberg news']],
  ['Dow Jones', ['dow jones', 'dow jones newswires']],
  ['ČTK', ['čtk', 'ctk']],
  ['TASS', ['tass', 'тасс']],
  ['EFE', ['efe', 'agencia efe']],
  ['Anadolu', ['anadolu', 'anadolu agency', 'anadolu ajansı']],
  ['Interfax', ['interfax', 'интерфакс']],
  ['Interfax-Ukraine', ['interfax-ukraine', 'interfax ukraine', 'інтерфакс-україна', 'інтерфакс україна']],
  ['RIA Novosti', ['ria novosti', 'риа новости']],
  ['Adnkronos', ['adnkronos']],
  ['Lusa', ['lusa', 'agência lusa']],
  ['epd', ['epd']],
  ['Keystone-SDA', ['keystone-sda', 'keystone sda']],
  ['Xinhua', ['xinhua', '新华社', '新華社']],
  ['Kyodo', ['kyodo', '共同通信']],
  ['Jiji', ['jiji', '時事通信']],
  ['Reuters', ['reuters']],
  ['Ukrinform', ['ukrinform', 'укрінформ']],
  ['UNIAN', ['unian', 'уніан']],
  ['Yonhap', ['yonhap', '연합뉴스']],
];
const SHOWN = new Map(NAMES.flatMap(([shown, names]) => names.map((name) => [name, shown] as const)));

/** A news agency, which signs reports but is no person. */
export function isAgency(name: string): boolean {
  return AGENCY.test(name.trim());
}

/**
 * One spelling for a news agency's name as bylines and credit lines give it ("The Associated Press", "dpa/lno", "Reuters staff"); null for what
 * is no agency of texts.
 */
export function agencyName(name: string): string | null {
  const bare = name
    .trim()
    .replace(/\/.*$/, '')
    .replace(/\s+(?:staff|reporters?)$/i, '');
  if (!isAgency(bare) || /^getty/i.test(bare)) return null;
  if (/^dpa\b/i.test(bare)) return 'dpa';
  return SHOWN.get(bare.toLowerCase()) ?? bare.toUpperCase();
}
