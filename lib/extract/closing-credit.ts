import { isAgency } from './agency-name.ts';
import { closingAgency } from './dateline.ts';

/** A credit is a line of its own; what is longer tells something. */
const LINE_MAX = 160;
const LINES = 3;
/** How a credit line begins. "According to AFP" and «по данным ТАСС» stand in sentences, and are none. */
const REPORTING =
  /^(?:(?:with\s+)?(?:additional\s+)?(?:reporting|inputs?|contributions?|files?|material|information)\s+(?:by|from)|(?:mit\s+)?(?:agentur)?(?:material|informationen|inhalten)\s+(?:von|der)|avec|con\s+información\s+de|con\s+informazioni\s+(?:di|da)|com\s+informações\s+(?:da|do|de)|met\s+(?:informatie|medewerking)\s+van|na\s+podstawie|по\s+материалам|за\s+матеріалами|с\s+использованием\s+материалов)\s*[:：]?\s*/iu;
const SOURCE =
  /^(?:sources?|quellen?|fuentes?|fontes?|bron|źródł[oa]|zdroj|källa|kilde|lähde|forrás|sursa|kaynak|источники?|джерел[оа]|来源|來源|出典)\s*[:：]\s*/iu;
const COPYRIGHT = /^(?:©|\(c\)|copyright)[\s©]*(?:\d{4}[\s,]*)?(?:by\s+)?/iu;
const CONTRIBUTED = /\bcontributed\s+(?:reporting\s+)?to\s+this\s+(?:report|story|article)\.?$/iu;
/** They sell figures, too: "Source: Bloomberg" stands below charts. */
const OF_FIGURES = /^(?:bloomberg|dow jones)/iu;
const BETWEEN = /\s*(?:[,;/|&、，]|\s(?:and|und|et|y|e|en|och|og|i|a|и|та|і|ve)\s)\s*/iu;
/** "… to the United States. PTI", "… he said. – AFP": behind the last sentence. */
const SIGNED = /[.!?…»”"’](?:\s+|\s*[-–—]{1,2}\s*)(?<agency>\p{Lu}\p{L}{1,11})\.?$/u;
/** "By Jane Doe, Associated Press". */
const SIGNATURE = /^(?:by|von|par|por)\s.{2,60}[,/|]\s*(?<agency>[^,/|]{2,30})$/iu;

/** The news agency that a report's last lines credit: "With reporting by AFP", "Quelle: dpa", "© Reuters", "(AFP)", "… he said. PTI". */
export function closingCredit(paragraphs: readonly string[]): string | null {
  for (const line of paragraphs.slice(-LINES).reverse()) {
    const agency = creditLine(line);
    if (agency !== null) return agency;
  }
  const last = paragraphs.at(-1) ?? '';
  return closingAgency(last) ?? agencyBehind(last);
}

/** The news agency in a signature that stands as a line of the text. */
export function signingAgency(line: string): string | null {
  const agency = line.length > LINE_MAX ? undefined : SIGNATURE.exec(line.trim())?.groups?.agency;
  return agency !== undefined && isAgency(agency) ? agency : null;
}

function creditLine(paragraph: string): string | null {
  if (paragraph.length > LINE_MAX) return null;
  const line = paragraph.trim().replace(/^[(（[*–—-]+\s*|[\s.)）\]*]+$/gu, '');
  const source = SOURCE.exec(line) ?? REPORTING.exec(line);
  if (source !== null) {
    const names = line.slice(source[0].length).split(BETWEEN);
    return names.find((name) => isAgency(name) && !(SOURCE.test(line) && OF_FIGURES.test(name))) ?? null;
  }
  const copyright = COPYRIGHT.exec(line)?.[0];
  if (copyright === undefined && !CONTRIBUTED.test(line)) return null;
  const words = line.slice(copyright?.length ?? 0).split(/\s+/, 3);
  for (let count = words.length; count > 0; count--) {
    const name = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,|]$/, '');
    if (isAgency(name)) return name;
  }
  return null;
}

function agencyBehind(paragraph: string): string | null {
  const agency = SIGNED.exec(paragraph.slice(-40))?.groups?.agency ?? '';
  // Short ones in capitals only: "Ani" and "Apa" are words.
  return isAgency(agency) && (agency.length > 5 || agency === agency.toUpperCase()) ? agency : null;
}
