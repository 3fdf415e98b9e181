/** Notes that work on the store was begun, so that it is taken up after a stop: of the background, by an alarm, of the browser, by what was saved. */
export interface UnfinishedWork {
  /** Before work begins: answers what `done` is told. */
  note(): Promise<number>;
  /** All that had begun by then is done. Work noted since, by a page of ours, is not: its note stays, its own alarm comes back to it, and the answer is false. */
  done(since: number): Promise<boolean>;
}

/** Creates the keeper of that note. */
export function createUnfinishedWork(deps: { save(unfinished: boolean): Promise<void>; comeBack(): Promise<void> }): UnfinishedWork {
  let noted = 0;
  return {
    async note() {
      noted += 1;
      const mine = noted;
      await deps.save(true);
      await deps.comeBack();
      return mine;
    },
    async done(since) {
      if (noted === since) await deps.save(false);
      return noted === since;
    },
  };
}
