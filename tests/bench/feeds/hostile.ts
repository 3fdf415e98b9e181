const MEGABYTE = 1_000_000;
const repeated = (part: string, bytes = 5 * MEGABYTE) => part.repeat(Math.ceil(bytes / part.length));

/** Documents meant to break a parser, of 5 MB where size is the weapon, by name. */
export const HOSTILE: Record<string, () => string> = {
  'nested entities': () => {
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`);
    return `<!DOCTYPE rss [<!ENTITY a0 "lol">${levels.join('')}]><rss version="2.0"><channel><title>&a9;</title></channel></rss>`;
  },
  'long entity, often': () =>
    `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100_000)}">]><rss version="2.0"><channel><title>${'&a;'.repeat(20_000)}</title></channel></rss>`,
  'external entity': () =>
    '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&a;</title></channel></rss>',
  'nested elements': () => `<rss version="2.0"><channel>${repeated('<a>')}`,
  'nested outlines': () => `<opml version="2.0"><body>${repeated('<outline text="x">')}`,
  'names of prototypes': () =>
    '<rss version="2.0"><channel><__proto__><polluted>yes</polluted></__proto__><constructor><prototype><polluted>yes</polluted></prototype></constructor><title>T</title></channel></rss>',
  attributes: () => `<rss version="2.0" ${repeated('a="b" ')}><channel><title>T</title></channel></rss>`,
  'open tags in text': () => `<rss version="2.0"><channel><item><description>${repeated('&lt;a ')}</description></item></channel></rss>`,
  'comments never closed': () => `<rss version="2.0"><channel><title>T</title>${repeated('<!-- ')}`,
  'a text of 5 MB': () => `<rss version="2.0"><channel><item><description>${repeated('word ')}</description></item></channel></rss>`,
};
