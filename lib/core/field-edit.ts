/**
 * A field of a report or reporter as the user corrected it. It lies over the record, which stays as it was found: a refresh changes the record only, and
 * putting back is deleting the correction.
 */
export type FieldEdit = {
  /** See `fieldEditId`. */
  id: string;
  /** The record's id. */
  recordId: string;
  /** Where the value that was there came from: the record's provenance, in words. */
  source: string;
  atMs: number;
} & (
  | { of: 'article'; field: 'headline' | 'datePublished' | 'dateModified' | 'outlet'; value: string | null; found: string | null }
  | { of: 'article'; field: 'authors'; value: string[]; found: string[] }
  | { of: 'reporter'; field: 'name' | 'jobTitle' | 'bio'; value: string | null; found: string | null }
);

/** A field, and what the user says it is. */
export type FieldValue =
  | { of: 'article'; field: 'headline' | 'datePublished' | 'dateModified' | 'outlet'; value: string | null }
  | { of: 'article'; field: 'authors'; value: string[] }
  | { of: 'reporter'; field: 'name' | 'jobTitle' | 'bio'; value: string | null };

/** An author as the user wrote the name: braces say that it is an organisation's, and are no part of it. */
export function writtenAuthor(written: string): { name: string; inBraces: boolean } {
  const inner = /^\s*\{\s*(\S.*?)\s*\}\s*$/su.exec(written)?.[1];
  return { name: inner ?? written, inBraces: inner !== undefined };
}

/** Id of the correction of a field: there is one. Those of one record share the beginning up to the field. */
export function fieldEditId(of: FieldEdit['of'], recordId: string, field: FieldEdit['field']): string {
  return `${of} ${recordId} ${field}`;
}
