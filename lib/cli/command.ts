/** The streams and files a command may touch, so that tests can hand in their own. */
export interface CliIo {
  stdin: AsyncIterable<Uint8Array>;
  /** Resolves once the text is handed over; honours back-pressure. */
  out(text: string): Promise<void>;
  /** Writes to standard error. */
  note(text: string): void;
  /** Shows how far a command is, on one line; present only where standard error is a terminal and standard output is not. */
  progress?(text: string): void;
  cwd: string;
}

/** One command of the command line. `run` answers the exit status: 0 fine, 1 some rows failed, 2 wrong words or input. */
export interface Command {
  name: string;
  summary: string;
  help: string;
  run(args: string[], io: CliIo): Promise<number>;
}

/** The call's words are wrong, or an input cannot be read: exit status 2 and one line that says which and what to do. */
export class UsageError extends Error {}
