import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A revision of a document; without a body where only its name is known. */
interface Revision {
  parent: string | null;
  body: { [member: string]: unknown } | null;
  deleted: boolean;
}
interface Document {
  seq: number;
  revisions: Map<string, Revision>;
}
type Json = { [member: string]: unknown };
type Answer = { status: number; value: unknown };

/** A request, as a test may want to answer it otherwise: `cut` ends the connection without an answer. */
export type Intervention = (call: { method: string; path: string; count: number }) => Intervened | Promise<Intervened>;
type Intervened = 'cut' | { status: number; text: string } | null;

/**
 * As much of CouchDB's HTTP interface as replication needs, in memory: revision trees, conflicts, the changes feed, checkpoints, basic authentication. A server of
 * our own, since express-pouchdb 4.2 brings packages under WTFPL and the Unlicense, and 270 of them; that both answer our client alike was tried once (ADR 12).
 */
export async function startCouchServer(login: { user: string; password: string } = { user: 'ann', password: 'pass word' }) {
  const databases = new Map<string, Couch>();
  const requests: { method: string; path: string; authorization: string | null; body: string }[] = [];
  let intervene: Intervention = () => null;
  const expected = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', 'http://couch');
    const method = request.method ?? 'GET';
    requests.push({ method, path: url.pathname, authorization: request.headers.authorization ?? null, body });
    const other = await intervene({ method, path: url.pathname, count: requests.length });
    if (other === 'cut') return void request.socket.destroy();
    const answer = other === null ? answerOf(method, url, request.headers.authorization, body) : null;
    response.writeHead(other?.status ?? answer!.status, { 'Content-Type': 'application/json' });
    response.end(other?.text ?? JSON.stringify(answer!.value));
  }

  function answerOf(method: string, url: URL, authorization: string | undefined, body: string): Answer {
    if (authorization !== expected) return { status: 401, value: { error: 'unauthorized' } };
    const [name, ...rest] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    if (name === undefined) return { status: 200, value: { couchdb: 'Welcome', version: '3.0.0', uuid: 'a'.repeat(32) } };
    if (method === 'PUT' && rest.length === 0) {
      if (databases.has(name)) return { status: 412, value: { error: 'file_exists' } };
      databases.set(name, new Couch());
      return { status: 201, value: { ok: true } };
    }
    const database = databases.get(name);
    if (database === undefined) return { status: 404, value: { error: 'not_found', reason: 'Database does not exist.' } };
    return database.answer(method, rest, url.searchParams, body === '' ? {} : (JSON.parse(body) as Json));
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: (name = 'sidelight') => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`,
    login,
    requests,
    /** What the server holds of a database, as text; '' where it has none. */
    contents: (name = 'sidelight') => databases.get(name)?.text() ?? '',
    /** Documents of which the server keeps several revisions side by side. */
    conflicts: (name = 'sidelight') => databases.get(name)?.conflicts() ?? 0,
    /** Changes documents behind everybody's back, as whoever runs the server could. */
    tamper: (change: (body: Json, id: string) => Json | null, name = 'sidelight') => databases.get(name)?.tamper(change),
    intervene: (given: Intervention) => {
      intervene = given;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A running server. */
export type CouchServer = Awaited<ReturnType<typeof startCouchServer>>;

class Couch {
  private readonly documents = new Map<string, Document>();
  private readonly local = new Map<string, Json>();
  private seq = 0;

  answer(method: string, path: string[], query: URLSearchParams, body: Json): Answer {
    const [first, second] = path;
    if (first === undefined)
      return { status: 200, value: { update_seq: this.seq, instance_start_time: '0', doc_count: this.documents.size } };
    if (first === '_local') return this.answerLocal(method, String(second), body);
    if (first === '_changes') return { status: 200, value: this.changes(Number(query.get('since')), Number(query.get('limit') ?? 1e9)) };
    if (first === '_revs_diff') return { status: 200, value: this.revsDiff(body as { [id: string]: string[] }) };
    if (first === '_bulk_get') return { status: 200, value: this.bulkGet(body.docs as { id: string; rev: string }[]) };
    if (first === '_bulk_docs') return { status: 201, value: (body.docs as Json[]).flatMap((doc) => this.putReplicated(doc)) };
    return method === 'PUT' ? this.put(first, body) : this.get(first);
  }

  text(): string {
    return JSON.stringify([...this.documents].map(([id, { revisions }]) => [id, [...revisions]]));
  }

  conflicts(): number {
    const live = (document: Document) => this.leaves(document).filter((rev) => !document.revisions.get(rev)!.deleted);
    return [...this.documents.values()].filter((document) => live(document).length > 1).length;
  }

  tamper(change: (body: Json, id: string) => Json | null): void {
    for (const [id, document] of this.documents) {
      const rev = this.leaves(document)[0]!;
      const revision = document.revisions.get(rev)!;
      const body = revision.body === null ? null : change(structuredClone(revision.body), id);
      if (body !== null) this.put(id, { ...body, _rev: rev });
    }
  }

  private answerLocal(method: string, id: string, body: Json): Answer {
    const known = this.local.get(id);
    if (method === 'GET') return known === undefined ? { status: 404, value: { error: 'not_found' } } : { status: 200, value: known };
    this.local.set(id, { ...body, _rev: `0-${Number(String(known?._rev ?? '0-0').slice(2)) + 1}` });
    return { status: 201, value: { ok: true, id, rev: this.local.get(id)?._rev } };
  }

  private changes(since: number, limit: number): Json {
    const due = [...this.documents].filter(([, { seq }]) => seq > since).sort(([, a], [, b]) => a.seq - b.seq);
    const results = due.slice(0, limit).map(([id, document]) => {
      const [winner = '', ...others] = this.leaves(document);
      const deleted = document.revisions.get(winner)?.deleted === true;
      return { id, seq: document.seq, changes: [winner, ...others].map((rev) => ({ rev })), ...(deleted && { deleted }) };
    });
    return { results, last_seq: results.at(-1)?.seq ?? since, pending: due.length - results.length };
  }

  private revsDiff(asked: { [id: string]: string[] }): Json {
    const missing = Object.entries(asked).map(([id, revs]) => [
      id,
      revs.filter((rev) => this.documents.get(id)?.revisions.get(rev)?.body == null),
    ]);
    return Object.fromEntries(missing.filter(([, revs]) => revs!.length > 0).map(([id, revs]) => [id, { missing: revs }]));
  }

  private bulkGet(asked: { id: string; rev: string }[]): Json {
    const results = asked.map(({ id, rev }) => {
      const document = this.documents.get(id);
      const { body, deleted } = document?.revisions.get(rev) ?? {};
      const found =
        body == null
          ? { error: { id, rev, error: 'not_found' } }
          : { ok: { ...body, ...(deleted && { _deleted: true }), _id: id, _rev: rev, _revisions: this.ancestry(document!, rev) } };
      return { id, docs: [found] };
    });
    return { results };
  }

  private ancestry({ revisions }: Document, rev: string): Json {
    const ids: string[] = [];
    for (let at: string | null = rev; at !== null; at = revisions.get(at)?.parent ?? null) ids.push(at.slice(at.indexOf('-') + 1));
    return { start: Number.parseInt(rev, 10), ids };
  }

  /** Not new edits: the revisions come with the document. */
  private putReplicated({ _id, _rev, _revisions, _deleted, ...body }: Json): Json[] {
    const { start, ids } = (_revisions ?? { start: Number.parseInt(String(_rev), 10), ids: [String(_rev).split('-')[1]] }) as {
      start: number;
      ids: string[];
    };
    const document = this.document(String(_id));
    for (const [at, hash] of ids.entries()) {
      const rev = `${start - at}-${hash}`;
      const parent = at + 1 < ids.length ? `${start - at - 1}-${ids[at + 1]}` : (document.revisions.get(rev)?.parent ?? null);
      if (at === 0) document.revisions.set(rev, { parent, body, deleted: _deleted === true });
      else if (!document.revisions.has(rev)) document.revisions.set(rev, { parent, body: null, deleted: false });
    }
    return [];
  }

  private put(id: string, { _rev, _id, _deleted, ...body }: Json): Answer {
    const winner = this.documents.has(id) ? this.leaves(this.documents.get(id)!)[0] : undefined;
    if (winner !== _rev) return { status: 409, value: { error: 'conflict' } };
    const generation = winner === undefined ? 1 : Number.parseInt(winner, 10) + 1;
    const rev = `${generation}-${createHash('md5').update(JSON.stringify(body)).digest('hex')}`;
    this.document(id).revisions.set(rev, { parent: winner ?? null, body, deleted: _deleted === true });
    return { status: 201, value: { ok: true, id, rev } };
  }

  private get(id: string): Answer {
    const document = this.documents.get(id);
    const [rev = ''] = document === undefined ? [] : this.leaves(document);
    const revision = document?.revisions.get(rev);
    if (revision === undefined || revision.deleted) return { status: 404, value: { error: 'not_found', reason: 'missing' } };
    return { status: 200, value: { ...revision.body, _id: id, _rev: rev } };
  }

  /** The document, which changes now. */
  private document(id: string): Document {
    const known = this.documents.get(id) ?? { seq: 0, revisions: new Map() };
    known.seq = ++this.seq;
    this.documents.set(id, known);
    return known;
  }

  /** Revisions without children, the one that counts first. */
  private leaves({ revisions }: Document): string[] {
    const parents = new Set([...revisions.values()].map(({ parent }) => parent));
    const leaves = [...revisions].filter(([rev]) => !parents.has(rev));
    const place = ([rev, { deleted }]: [string, Revision]): [boolean, number, string] => [!deleted, Number.parseInt(rev, 10), rev];
    return leaves
      .sort((a, b) => {
        const [one, other] = [place(a), place(b)];
        const at = one.findIndex((part, index) => part !== other[index]);
        return at < 0 ? 0 : one[at]! < other[at]! ? 1 : -1;
      })
      .map(([rev]) => rev);
  }
}
