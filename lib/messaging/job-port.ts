import { fail, type Result } from '../core/result.ts';

/** The part of a worker, or of a worker's own scope, that carries messages. */
export interface JobChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  /** Only workers have errors. */
  addEventListener(type: 'error', listener: () => void): void;
}

/** How a job tells how far it is (0..1), and hears that it is to stop. */
export interface JobControl {
  onProgress?: (done: number) => void;
  signal?: AbortSignal | undefined;
}

/** What can be asked of the other side, by name. Arguments and answers are structured clones. */
export type Jobs = Record<string, (args: never, control: JobControl) => Promise<unknown>>;

/** The same, as whoever asks sees them. A worker that broke answers `unexpected`. */
export type RemoteJobs<J extends Jobs> = {
  [Name in keyof J]: (args: Parameters<J[Name]>[0], control?: JobControl) => Promise<Awaited<ReturnType<J[Name]>> | Result<never>>;
};

type Message =
  | { call: number; name: string; args: unknown }
  | { cancel: number }
  | { progress: number; done: number }
  | { answer: number; value: unknown }
  | { broken: number };

/** Answers what comes through a channel from our own pages and workers. */
export function serveJobs(channel: JobChannel, jobs: Jobs): void {
  const running = new Map<number, AbortController>();
  channel.addEventListener('message', ({ data }) => {
    const message = data as Message;
    if ('cancel' in message) return running.get(message.cancel)?.abort();
    if (!('call' in message)) return;
    const { call, name, args } = message;
    const controller = new AbortController();
    running.set(call, controller);
    const job = jobs[name] as ((args: unknown, control: JobControl) => Promise<unknown>) | undefined;
    const control = { signal: controller.signal, onProgress: (done: number) => channel.postMessage({ progress: call, done }) };
    // Why it broke is told by the browser's own report of the error.
    Promise.resolve(job?.(args, control))
      .then(
        (value) => channel.postMessage({ answer: call, value }),
        (error: unknown) => {
          channel.postMessage({ broken: call });
          throw error;
        },
      )
      .finally(() => running.delete(call));
  });
}

/** Asks the other side of a channel. */
export function askJobs<J extends Jobs>(channel: JobChannel, names: (keyof J & string)[]): RemoteJobs<J> {
  const asked = new Map<number, { settle: (value: unknown) => void; onProgress: ((done: number) => void) | undefined }>();
  let calls = 0;
  let isBroken = false;
  const broken = fail('unexpected', 'The part of Sidelight that does this stopped.');
  const settle = (call: number, value: unknown): void => {
    asked.get(call)?.settle(value);
    asked.delete(call);
  };
  channel.addEventListener('message', ({ data }) => {
    const message = data as Message;
    if ('progress' in message) asked.get(message.progress)?.onProgress?.(message.done);
    if ('answer' in message) settle(message.answer, message.value);
    if ('broken' in message) settle(message.broken, broken);
  });
  channel.addEventListener('error', () => {
    isBroken = true;
    for (const call of [...asked.keys()]) settle(call, broken);
  });
  const ask = (name: string) => (args: unknown, control?: JobControl) =>
    new Promise<unknown>((resolve) => {
      if (isBroken) return resolve(broken);
      const call = ++calls;
      asked.set(call, { settle: resolve, onProgress: control?.onProgress });
      channel.postMessage({ call, name, args });
      const cancel = (): void => channel.postMessage({ cancel: call });
      if (control?.signal?.aborted) cancel();
      else control?.signal?.addEventListener('abort', cancel, { once: true });
    });
  return Object.fromEntries(names.map((name) => [name, ask(name)])) as RemoteJobs<J>;
}
