import packageJson from '../../package.json' with { type: 'json' };
import { oneLine } from './arguments.ts';
import { type CliIo, type Command, UsageError } from './command.ts';

/** Loads a command when it is called, so that none pays for another's start. */
type Loader = () => Promise<Command>;

const COMMANDS: { name: string; summary: string; load: Loader }[] = [
  {
    name: 'topics',
    summary: 'which topics a text speaks of, and how much',
    load: async () => (await import('./commands/topics.ts')).topicsCommand,
  },
  { name: 'related', summary: 'rank related reports', load: async () => (await import('./commands/related.ts')).relatedCommand },
  {
    name: 'extract',
    summary: 'is a page an article, and what does it say',
    load: async () => (await import('./commands/extract.ts')).extractCommand,
  },
  { name: 'feed', summary: 'parse a feed, sitemap or OPML', load: async () => (await import('./commands/feed.ts')).feedCommand },
  { name: 'search', summary: 'search a pack', load: async () => (await import('./commands/search.ts')).searchCommand },
  { name: 'pack', summary: 'build and inspect packs', load: async () => (await import('./commands/pack.ts')).packCommand },
  { name: 'cite', summary: 'print citations of a pack', load: async () => (await import('./commands/cite.ts')).citeCommand },
];

const USAGE = `usage: sidelight COMMAND …
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`).join('\n')}
  --help     this text; after a command, its own
  --version  the version
`;

/**
 * Runs the command line's words and answers the exit status: 0 fine, 1 some rows failed, 2 wrong words or input.
 * Whatever goes wrong is one line on standard error.
 */
export async function runCli(args: string[], io: CliIo): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    const expected = error instanceof UsageError;
    io.note(
      `sidelight: ${expected ? oneLine(error.message) : `unexpected: ${oneLine(error instanceof Error ? error.message : String(error))}`}\n`,
    );
    return 2;
  }
}

async function dispatch([name, ...args]: string[], io: CliIo): Promise<number> {
  if (name === '--version' || name === '-v') {
    await io.out(`${packageJson.version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    await io.out(USAGE);
    return 0;
  }
  if (name === undefined) throw new UsageError(`no command given; one of ${COMMANDS.map((known) => known.name).join(', ')}, or --help`);
  const found = COMMANDS.find((known) => known.name === name);
  if (!found) throw new UsageError(`no command is called "${name}"; see sidelight --help`);
  const command = await found.load();
  // Behind "--" stand names of files.
  const words = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (words.includes('--help') || words.includes('-h')) {
    await io.out(`${command.help.trimEnd()}\n`);
    return 0;
  }
  return command.run(args, io);
}
