// ';' follows ':'.
const ASIDE = { name: 'restore:', end: 'restore;' };

/** Where a restore puts some of its articles aside: in the table of texts, beside the numbers of documents. */
export function recordKey(record: number): string {
  return `${ASIDE.name}${String(record).padStart(9, '0')}`;
}

/** What is put aside from a record on. */
export function asideFrom(record: number): IDBKeyRange {
  return IDBKeyRange.bound(recordKey(record), ASIDE.end);
}
