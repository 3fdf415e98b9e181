import { isAgency } from './agency-name.ts';

/** The line that opens a report: where it was written, and the agency that sent it. */
export interface Dateline {
  place: string | null;
  agency: string | null;
}

/** ", N.Y.", ", Ukraine": more of the place, and no month before a day. */
const REGION = String.raw`(?:, \p{Lu}[\p{L}.'\u2019]{1,20}(?: \p{Lu}[\p{L}]{2,20})?(?![\p{L}.]| \d)){0,2}`;
// A hyphen begins a further piece of a word and nothing else: with two ways to read one, "A-A-A-…" would take for ever.
const PIECES = String.raw`[\p{L}.'\u2019]*(?:-[\p{L}.'\u2019]*){0,8}`;
const PLACE = String.raw`(?<place>\p{Lu}(?=[\p{L}.'\u2019-])${PIECES}(?: (?:\p{Lu}${PIECES}|am|an|der|de|del|la|le|los|sur|upon|of|on|\u043d\u0430)){0,4}${REGION})`;
const CAPITALS = String.raw`(?<place>\p{Lu}[\p{Lu}.'\u2019-]{2,}(?: \p{Lu}[\p{Lu}.'\u2019-]+){0,3}${REGION})`;
const DATE = String.raw`(?:[,.]?\s*(?:\p{L}{3,10}\.? \d{1,2}|\d{1,2}\.?(?: de)? \p{L}{3,10}\.?)(?:,? \d{4})?)?`;
const AGENCY = String.raw`(?<agency>[\p{L}.]{2,20}(?: \p{L}{2,20}){0,3}(?:\/[\p{L}\/]{1,12})?)`;
const FORMS = [
  // "Hamburg (dpa/lno) –", "LONDON, March 3 (Reuters) -"
  new RegExp(`^${PLACE}${DATE}\\s*\\(${AGENCY}\\)\\s*(?:[-–—:.]|$)?`, 'u'),
  // "МОСКВА, 3 марта. /ТАСС/", "МОСКВА, 3 мар — РИА Новости."
  new RegExp(`^${PLACE}${DATE}\\s*(?:\\/${AGENCY}\\/(?!\\p{L})|[-–—]\\s${AGENCY.replace('agency', 'second')}[.:])`, 'u'),
  // "(Reuters) - ", "AFP - "
  new RegExp(`^\\(?${AGENCY}\\)?\\s*[-–—]\\s`, 'u'),
  // "新华社北京3月3日电"
  /^(?<agency>新华社|中新社|新華社|共同通信|時事通信)(?<place>\p{Script=Han}{2,4}?)\d{1,2}月/u,
];
/** A place in capitals alone: only the long dash tells it from a kicker. */
const ALONE = new RegExp(`^${CAPITALS}${DATE}\\s*—\\s?`, 'u');
const END = new RegExp(`[(（/]\\s*(?:\\p{L}{2,20} )?(?:mit |avec |with |und |and |,)?\\s*${AGENCY}\\s*[)）/]\\s*\\.?$`, 'u');

/** The dateline at the start of a report's first paragraph; both null where it has none. The agency is one of those known. */
export function datelineOf(paragraph: string): Dateline {
  const start = paragraph.slice(0, 160);
  for (const form of FORMS) {
    const { place, agency, second } = form.exec(start)?.groups ?? {};
    const sender = agency ?? second;
    if (sender && isAgency(withoutDesk(sender))) return { place: place ?? null, agency: sender };
  }
  return { place: ALONE.exec(start)?.groups?.place ?? null, agency: null };
}

/** The agency in brackets behind a report's last sentence: "(AFP)", "(Courier mit dpa)". */
export function closingAgency(paragraph: string): string | null {
  const agency = END.exec(paragraph.slice(-60))?.groups?.agency;
  return agency && isAgency(withoutDesk(agency)) ? agency : null;
}

/** "dpa/lno": the agency without its desk. */
function withoutDesk(agency: string): string {
  return agency.replace(/\/.*$/, '');
}
