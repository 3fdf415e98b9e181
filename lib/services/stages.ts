/** Time spent in the stages of one piece of work. */
export interface Stages {
  /** Milliseconds by stage name, in order. Empty without a clock. */
  spent: Record<string, number>;
  /** Ends the stage that runs since the last end (or the start) under this name. */
  end(name: string): void;
}

/** Starts measuring with a clock in ms; without one every call does nothing. */
export function createStages(clock?: () => number): Stages {
  const spent: Record<string, number> = {};
  let since = clock?.() ?? 0;
  return {
    spent,
    end(name) {
      if (clock === undefined) return;
      const now = clock();
      spent[name] = Math.round((now - since) * 10) / 10;
      since = now;
    },
  };
}
