import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type Duplex, Readable } from 'node:stream';
import type { Certificate } from './certificate.ts';

/** What a page server answers; `null` from a handler means 404. */
export interface WebAnswer {
  status: number;
  headers: Record<string, string>;
  /** Parts are sent as they come. */
  body: string | Uint8Array | AsyncIterable<string | Uint8Array>;
}

/** What else a handler may want to know of a request. */
export interface WebAsk {
  headers: IncomingHttpHeaders;
  /** Aborted once nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** Answers a request by host name and path (with query), and by nothing from outside, so that pages are the same in every run. */
export type WebHandler = (host: string, path: string, ask: WebAsk) => WebAnswer | null | Promise<WebAnswer | null>;

/** A request that reached the loopback, whoever sent it. */
export interface WebRequest {
  atMs: number;
  scheme: 'http' | 'https';
  method: string;
  host: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/** A small web of realistic host names on 127.0.0.1: plain, TLS, and a forward proxy on the plain port. */
export interface LoopbackWeb {
  httpPort: number;
  httpsPort: number;
  /** Every request since the start or the last `forget`, oldest first. */
  requests: WebRequest[];
  forget(): void;
  close(): Promise<void>;
}

/** Starts the servers on free ports of 127.0.0.1. Anything the handler does not know answers 404 and is recorded all the same. */
export async function startLoopbackWeb(certificate: Certificate, handler: WebHandler): Promise<LoopbackWeb> {
  const requests: WebRequest[] = [];
  const sockets = new Set<Duplex>();
  const plain = createServer((request, response) => answer('http', request, response));
  const secure = createTlsServer({ key: certificate.key, cert: certificate.cert }, (request, response) =>
    answer('https', request, response),
  );

  async function answer(scheme: WebRequest['scheme'], request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A proxied plain request carries the whole address in its request line.
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'localhost'}`);
    const path = url.pathname + url.search;
    const { headers, method = 'GET' } = request;
    requests.push({ atMs: Date.now(), scheme, method, host: url.hostname, path, headers });
    const left = new AbortController();
    response.once('close', () => left.abort());
    try {
      const found = await handler(url.hostname, path, { headers, signal: left.signal });
      const body = found?.body ?? 'Not found';
      response.writeHead(found?.status ?? 404, found?.headers ?? { 'content-type': 'text/plain; charset=utf-8' });
      if (typeof body === 'string' || body instanceof Uint8Array) response.end(body);
      else
        Readable.from(body)
          .on('error', () => response.destroy())
          .pipe(response);
    } catch (error) {
      if (left.signal.aborted) return;
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : 'error');
    }
  }

  for (const server of [plain, secure]) {
    server.on('connection', (socket: Socket) => track(socket));
    // Browsers drop connections when they are killed; that is no news.
    server.on('clientError', (_error, socket: Duplex) => socket.destroy());
  }
  secure.on('tlsClientError', () => {});
  plain.on('connect', (request: IncomingMessage, client: Duplex) => {
    // Node asks for a tunnel to plain servers, too.
    const upstream = connect(port(request.url?.endsWith(':80') ? plain : secure), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    track(upstream);
  });

  function track(socket: Duplex): void {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  }

  await Promise.all([listen(plain), listen(secure)]);
  return {
    httpPort: port(plain),
    httpsPort: port(secure),
    requests,
    forget: () => {
      requests.length = 0;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([plain, secure].map((server) => new Promise<void>((done) => server.close(() => done()))));
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => done());
  });
}

function port(server: Server): number {
  return (server.address() as AddressInfo).port;
}
