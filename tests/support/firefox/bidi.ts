/** A WebDriver BiDi session over the browser's own socket. */
export interface Bidi {
  /** Sends a command; rejects with the browser's message when it fails. */
  send<T = Record<string, unknown>>(method: string, params: object): Promise<T>;
  /** Runs an expression in a browsing context and answers its JSON value. */
  evaluate<T>(context: string, expression: string): Promise<T>;
  on(method: string, listener: (params: Record<string, unknown>) => void): void;
  /** Resolves when the socket is closed. */
  readonly closed: Promise<void>;
  close(): void;
}

interface Answer {
  id?: number;
  type: string;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: string;
  message?: string;
}

interface Evaluation {
  type: 'success' | 'exception';
  result?: { type: string; value?: string };
  exceptionDetails?: { text: string };
}

/** Connects and opens a session. */
export async function connectBidi(url: string, acceptInsecureCerts: boolean): Promise<Bidi> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, { done: (value: never) => void; failed: (error: Error) => void }>();
  const listeners = new Map<string, ((params: Record<string, unknown>) => void)[]>();
  let lastId = 0;
  await new Promise<void>((done, failed) => {
    socket.addEventListener('open', () => done(), { once: true });
    socket.addEventListener('error', () => failed(new Error(`No connection to ${url}`)), { once: true });
  });
  const closed = new Promise<void>((done) => {
    socket.addEventListener('close', () => {
      for (const { failed } of waiting.values()) failed(new Error('Firefox is gone.'));
      waiting.clear();
      done();
    });
  });
  socket.addEventListener('message', (event) => {
    const answer = JSON.parse(String(event.data)) as Answer;
    if (answer.method !== undefined) for (const listener of listeners.get(answer.method) ?? []) listener(answer.params ?? {});
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (asked === undefined || answer.id === undefined) return;
    waiting.delete(answer.id);
    if (answer.type === 'success') asked.done(answer.result as never);
    else asked.failed(new Error(`${answer.error}: ${answer.message}`));
  });

  const bidi: Bidi = {
    send: (method, params) =>
      new Promise((done, failed) => {
        lastId += 1;
        waiting.set(lastId, { done: done as (value: never) => void, failed });
        socket.send(JSON.stringify({ id: lastId, method, params }));
      }),
    evaluate: async <T>(context: string, expression: string) => {
      // The value crosses as JSON: BiDi's own serialisation has a form for every type.
      const answer = await bidi.send<Evaluation>('script.evaluate', {
        target: { context },
        awaitPromise: true,
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'The expression failed.');
      return JSON.parse(answer.result?.value ?? 'null') as T;
    },
    on: (method, listener) => {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
    closed,
    close: () => socket.close(),
  };
  await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts } } });
  return bidi;
}
