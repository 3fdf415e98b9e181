/** Notes that work on the store was begun, so that it is taken up after a stop: of the background, by an alarm, of the browser, by what was saved. */
export interface UnfinishedWork {
  /** How often work was noted since the background woke: what `done` is told, as of when that work began. */
  noted(): number;
  /** Answers that number. */
  note(): Promise<number>;
  /** All that had begun by then is done. Work noted since, by a page of ours, is not: its note stays, and its own alarm comes back to it. */
  done(since: number): Promise<void>;
}

/** Creates the keeper of that note. */
export function createUnfinishedWork(deps: { save(unfinished: boolean): Promise<void>; comeBack(): Promise<void> }): UnfinishedWork {
  let noted = 0;
  return {
    noted: () => noted,
    async note() {
      noted += 1;
      const mine = noted;
      await deps.save(true);
      await deps.comeBack();
      return mine;
    },
    async done(since) {
      if (noted === since) await deps.save(false);
    },
  };
}
