import { fstatSync, writeFileSync } from 'node:fs';
import type { CliIo } from './command.ts';
import { unwritable } from './io.ts';
import { runCli } from './run.ts';

/** The process behind the command line: its streams, its folder, its exit status. Everything else is in `run.ts`. */

const { stdout, stderr, stdin } = process;

/** Whether a reader has seen enough (`| head`), which is no error. */
const isEnough = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

// What else goes wrong with a write is said by the write itself.
stdout.on('error', (error) => isEnough(error) && process.exit(0));
stderr.on('error', () => {});
process.on('uncaughtException', () => {
  stderr.write('sidelight: unexpected error\n', () => process.exit(2));
});

const intoFile = fstatSync(stdout.fd).isFile();

async function out(text: string): Promise<void> {
  try {
    // The stream to a file forgets what a full disk did not take of a text.
    if (intoFile) writeFileSync(stdout.fd, text);
    else await new Promise<void>((done, lost) => stdout.write(text, (error) => (error ? lost(error) : done())));
  } catch (error) {
    if (isEnough(error as NodeJS.ErrnoException)) process.exit(0);
    throw unwritable('standard output', error);
  }
}

const onTerminal = stderr.isTTY && !stdout.isTTY;

const io: CliIo = {
  stdin,
  out,
  note: (text) => void stderr.write(text),
  ...(onTerminal && { progress: (text: string) => void stderr.write(`\r${text}\u001b[K`) }),
  // npm runs scripts in the package's folder; paths mean the folder the call was typed in.
  cwd: (process.env.npm_lifecycle_event === 'sidelight' && process.env.INIT_CWD) || process.cwd(),
};

const status = await runCli(process.argv.slice(2), io);
if (onTerminal) stderr.write('\r\u001b[K');
process.exit(status);
