/** Every way an operation may fail as expected. One union for the whole program; messages to people are chosen by code. */
export type ErrorCode =
  | 'bad-input'
  | 'bad-message'
  | 'bad-pack'
  | 'bad-backup'
  | 'bad-exchange'
  | 'cancelled'
  | 'changed-meanwhile'
  | 'checksum-mismatch'
  | 'index-newer-than-code'
  | 'leads-away'
  | 'no-permission'
  | 'not-a-feed'
  | 'not-an-article'
  | 'not-found'
  | 'page-unreachable'
  | 'passphrase-needed'
  | 'passphrase-wrong'
  | 'quota-exceeded'
  | 'storage-failed'
  | 'too-large'
  | 'unexpected';

/** An expected failure. `message` is one plain sentence and never holds page text, URLs or what the user saved. */
export interface SidelightError {
  code: ErrorCode;
  message: string;
}
