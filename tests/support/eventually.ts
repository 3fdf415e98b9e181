/** Asks again until the answer is true (or not null); fails with what was waited for and the last error. */
export async function eventually<T>(what: string, ask: () => Promise<T>, timeoutMs = 8_000): Promise<NonNullable<T>> {
  const untilMs = Date.now() + timeoutMs;
  let last: unknown = null;
  // Asking costs the browser that is waited for: less often the longer it takes.
  for (let waitMs = 30; ; waitMs = Math.min(250, waitMs * 1.4)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = null;
    } catch (error) {
      last = error;
    }
    if (Date.now() > untilMs) {
      const because = last instanceof Error ? `: ${last.message}` : '';
      throw new Error(`Waited ${timeoutMs} ms in vain: ${what}${because}`);
    }
    await new Promise((done) => setTimeout(done, waitMs));
  }
}

/** Waits; for the rare case in which nothing is to happen. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
