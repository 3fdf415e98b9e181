import { fail, ok, type Result } from '../../core/result.ts';

/** Runs storage work and turns what browsers report (full disk, newer database, closed or broken storage) into values; bugs still throw. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'QuotaExceededError')
      return fail('quota-exceeded', 'The disk or the space granted to Sidelight is full. Nothing was saved.');
    if (error.name === 'VersionError') return fail('index-newer-than-code', 'This index was made by a newer version of Sidelight.');
    return fail('storage-failed', `The browser could not complete a storage operation (${error.name}).`);
  }
}

/** As `attempt`, for work that answers failures of its own. */
export async function attemptResult<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  const attempted = await attempt(work);
  return attempted.ok ? attempted.value : attempted;
}

/** The same for each of some functions: what they read may be damaged anywhere. */
export function attemptEach<Calls extends Record<string, (...args: never[]) => Promise<Result<unknown>>>>(calls: Calls): Calls {
  const attempted = Object.entries(calls).map(([name, call]) => [name, (...args: never[]) => attemptResult(() => call(...args))]);
  return Object.fromEntries(attempted) as Calls;
}
