/** The part of PouchDB that is used. */
declare module 'pouchdb-browser' {
  interface PouchDocument {
    _id: string;
    _rev?: string;
    _deleted?: boolean;
    _conflicts?: string[];
    [member: string]: unknown;
  }
  interface PouchChange {
    id: string;
    seq: number;
    deleted?: boolean;
    doc?: PouchDocument;
  }
  export interface PouchReplication extends Promise<{ docs_read: number; docs_written: number }> {
    cancel(): void;
  }
  interface PouchOptions {
    adapter?: string;
    auto_compaction?: boolean;
    revs_limit?: number;
    skip_setup?: boolean;
    fetch?: (url: string | Request, init?: RequestInit) => Promise<Response>;
  }
  export default class PouchDB {
    constructor(name: string, options?: PouchOptions);
    info(): Promise<{ update_seq: number | string }>;
    get(id: string, options?: { rev?: string }): Promise<PouchDocument>;
    put(document: PouchDocument): Promise<{ rev: string }>;
    bulkDocs(documents: PouchDocument[]): Promise<({ ok: true; id: string; rev: string } | { error: unknown; id?: string })[]>;
    allDocs(options: { keys: string[] }): Promise<{ rows: { key: string; value?: { rev: string; deleted?: boolean }; error?: string }[] }>;
    changes(options: {
      since: number;
      include_docs: true;
      conflicts: true;
      limit: number;
    }): Promise<{ results: PouchChange[]; last_seq: number }>;
    replicate: {
      to(target: PouchDB, options: { batch_size: number; filter(document: PouchDocument): boolean }): PouchReplication;
      from(source: PouchDB, options: { batch_size: number }): PouchReplication;
    };
    close(): Promise<void>;
    destroy(): Promise<void>;
  }
}
