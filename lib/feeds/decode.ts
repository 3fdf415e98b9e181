import { decodeDocument } from '../text/decode-document.ts';
import type { ProblemLog } from './problems.ts';

/** A feed's text from its bytes (see `decodeDocument`); what was stated wrongly is counted. */
export function decodeFeed(bytes: Uint8Array, contentType: string | null, problems: ProblemLog): string {
  return decodeDocument(bytes, contentType, (code) => problems.add(code));
}
