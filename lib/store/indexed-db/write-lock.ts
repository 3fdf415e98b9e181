/** The part of `navigator.locks` that is used. */
export interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Does not wait: where somebody else holds the lock, `work` is given null. */
  request<T>(name: string, options: { ifAvailable: true }, work: (lock: unknown) => Promise<T>): Promise<T>;
}

const queues = new Map<string, Promise<unknown>>();

/** Locks inside one process, for runtimes without Web Locks: work under one name runs in the order it was asked for. */
export const processLocks: Locks = {
  request<T>(name: string, ...asked: [() => Promise<T>] | [{ ifAvailable: true }, (lock: unknown) => Promise<T>]): Promise<T> {
    const [options, work] = asked.length === 1 ? [null, asked[0]] : [asked[0], () => asked[1](true)];
    if (options?.ifAvailable && queues.has(name)) return asked[1]!(null);
    const before = queues.get(name) ?? Promise.resolve();
    const result = before.then(work, work);
    queues.set(name, result);
    const forget = (): void => {
      if (queues.get(name) === result) queues.delete(name);
    };
    result.then(forget, forget);
    return result;
  },
};
