import type { QueryNotice } from '../../core/query-notice.ts';
import type { Texts } from './texts.ts';

/** A notice as a sentence: what was understood, and what to write instead. */
export function noticeText<Name extends string>(
  { code, text, instead, start }: QueryNotice,
  { t }: Pick<Texts<Name | `query_${QueryNotice['code']}`>, 't'>,
): string {
  return t(`query_${code}`, text, instead, String(start + 1));
}
