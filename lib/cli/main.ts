import type { CliIo } from './command.ts';
import { runCli } from './run.ts';

/** The process behind the command line: its streams, its folder, its exit status. Everything else is in `run.ts`. */

const { stdout, stderr, stdin } = process;

// A reader that has seen enough (`| head`) is no error.
stdout.on('error', () => process.exit(0));
stderr.on('error', () => {});
process.on('uncaughtException', () => {
  stderr.write('sidelight: unexpected error\n', () => process.exit(2));
});

const onTerminal = stderr.isTTY && !stdout.isTTY;

const io: CliIo = {
  stdin,
  out: (text) => new Promise((done) => (stdout.write(text) ? done() : stdout.once('drain', done))),
  note: (text) => void stderr.write(text),
  ...(onTerminal && { progress: (text: string) => void stderr.write(`\r${text}\u001b[K`) }),
  // npm runs scripts in the package's folder; paths mean the folder the call was typed in.
  cwd: (process.env.npm_lifecycle_event === 'sidelight' && process.env.INIT_CWD) || process.cwd(),
};

const status = await runCli(process.argv.slice(2), io);
if (onTerminal) stderr.write('\r\u001b[K');
stdout.write('', () => process.exit(status));
