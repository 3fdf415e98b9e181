import { afterEach, describe, expect, it } from 'vitest';
import { askJobs, type JobChannel, type JobControl, serveJobs } from '../../../lib/messaging/job-port.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** Both ends of a channel, as a worker and whoever started it have them. */
function channel(): [JobChannel, JobChannel] {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  port1.start();
  port2.start();
  return [port1, port2];
}

type Sample = {
  double(args: { n: number }, control: JobControl): Promise<number>;
  untilStopped(args: null, control: JobControl): Promise<string>;
  missing(args: null, control: JobControl): Promise<undefined>;
};

function served(): ReturnType<typeof askJobs<Sample>> {
  const [here, there] = channel();
  serveJobs(there, {
    double: async ({ n }: { n: number }, { onProgress }: JobControl) => {
      onProgress?.(0.5);
      return 2 * n;
    },
    untilStopped: (_args: null, { signal }: JobControl) =>
      new Promise<string>((resolve) => signal?.addEventListener('abort', () => resolve('stopped'))),
  });
  return askJobs<Sample>(here, ['double', 'untilStopped', 'missing']);
}

describe('jobs in another thread', () => {
  it('are answered each with its own, and tell how far they are', async () => {
    const { double } = served();
    const told: number[] = [];
    const both = await Promise.all([double({ n: 2 }, { onProgress: (done) => told.push(done) }), double({ n: 21 })]);
    expect([both, told]).toEqual([[4, 42], [0.5]]);
  });

  it('hear that they are to stop, before or after they began', async () => {
    const { untilStopped } = served();
    const stop = new AbortController();
    const first = untilStopped(null, { signal: stop.signal });
    stop.abort();
    expect(await first).toBe('stopped');
    expect(await untilStopped(null, { signal: stop.signal })).toBe('stopped');
  });

  it('answer nothing to a name nobody serves', async () => {
    expect(await served().missing(null)).toBeUndefined();
  });

  it('fail when the thread breaks, then and from then on', async () => {
    let breaks = (): void => {};
    const silent: JobChannel = {
      postMessage: () => {},
      addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
        if (type === 'error') breaks = () => listener({ data: null });
      },
    };
    const { double } = askJobs<Sample>(silent, ['double']);
    const asked = double({ n: 1 });
    breaks();
    const broken = { ok: false, error: { code: 'unexpected' } };
    expect(await asked).toMatchObject(broken);
    expect(await double({ n: 1 })).toMatchObject(broken);
  });
});
