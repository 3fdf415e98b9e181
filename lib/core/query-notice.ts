/** Where in the typed text something stands: UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** What a notice is about; its sentences are in `_locales` as `query_<code>`: `$1` the text, `$2` what to write instead, `$3` the character it begins at. */
export type NoticeCode =
  | 'unclosedQuote'
  | 'unclosedBracket'
  | 'strayBracket'
  | 'tooDeep'
  | 'tooLong'
  | 'lonelyOperator'
  | 'unknownFilter'
  | 'similarFilter'
  | 'emptyFilter'
  | 'badDate'
  | 'badLanguage'
  | 'badState'
  | 'badHas'
  | 'shortBeginning'
  | 'noSuchName'
  | 'datesExclude'
  | 'someWords'
  | 'manyEndings';

/** Something in a query that was read otherwise than it may have been meant. `text`: as typed; `instead`: what to write, or ''. */
export interface QueryNotice extends Span {
  code: NoticeCode;
  text: string;
  instead: string;
}
