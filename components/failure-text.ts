import type { ErrorCode, SidelightError } from '../lib/core/errors.ts';
import type { MessageName } from './hooks/use-messages.ts';

const TEXTS: Partial<Record<ErrorCode, MessageName>> = {
  'quota-exceeded': 'error_quota_exceeded',
  'index-newer-than-code': 'error_index_newer_than_code',
  'storage-failed': 'error_storage_failed',
  'leads-away': 'error_leads_away',
  'page-unreachable': 'error_page_unreachable',
  'checksum-mismatch': 'error_checksum_mismatch',
  'too-large': 'error_too_large',
};

/** Name of the text that says why something could not be opened or read; `otherwise` where the error has no text of its own. */
export function failureText({ code }: SidelightError, otherwise: MessageName): MessageName {
  return TEXTS[code] ?? otherwise;
}

/** Whether the index itself is at fault: what can be read of it can be taken out. */
export function isOfStore({ code }: SidelightError): boolean {
  return ['index-newer-than-code', 'storage-failed', 'checksum-mismatch', 'quota-exceeded'].includes(code);
}

/** As `failureText` for something the reader did: only a full disk is theirs to mend, all else is said as `otherwise`. */
export function actionFailureText({ code }: SidelightError, otherwise: MessageName): MessageName {
  return code === 'quota-exceeded' ? 'error_quota_exceeded' : otherwise;
}
