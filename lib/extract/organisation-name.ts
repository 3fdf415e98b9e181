import { isAgency } from './agency-name.ts';

/** Words of organisations' names that are nobody's family name; no person is called "The". */
const WORDS =
  /^the\s|(?:^|\s)(?:organi[sz]ation|ministry|agency|university|institute|committee|commission|association|foundation|federation|government)(?:\s|$)/iu;

/** Whether a name alone, with no page around it, tells that it is an organisation's: an agency, a company, a desk, a public body. */
export function isOrganisationName(name: string): boolean {
  return isAgency(name) || isCompany(name) || isDesk(name) || WORDS.test(name);
}

/** An editorial desk, which is no person. */
export function isDesk(name: string): boolean {
  return /(?:^|[\s_-])(?:redaktion|redaktionsteam|newsroom|news ?desk|web ?desk|editorial(?: team| board| staff)?|editors?|staff|staff reports?|reports?|team|rédaction|la rédaction|redacción|redação|redazione|redactie|redakcja|redakce|редакция|редакція|编辑部|編集部)$/iu.test(
    name.trim(),
  );
}

/** A name that ends as companies' names do. The short forms in capitals only: people are called Sa, Se and Co. */
export function isCompany(name: string): boolean {
  return (
    /[\s,](?:inc|ltd|llc|gmbh|plc|corp|e\. ?v|s\.a|s\.r\.l|s\.p\.a|b\.v)\.?$|株式会社|有限公司|^(?:ООО|ТОВ|АО)\s/iu.test(name) ||
    /\p{Ll}.*[\s,](?:AG|SE|SA|SRL|SpA|SPA|BV|AS|A\/S|KK|OY|Oy|& Co)\.?$/u.test(name)
  );
}
