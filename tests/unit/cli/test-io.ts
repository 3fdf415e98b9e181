import type { CliIo } from '../../../lib/cli/command.ts';

/** Streams in memory: what is fed in, what was printed. */
export function testIo(input: string | Uint8Array | Uint8Array[] = '', cwd = '/'): CliIo & { printed(): string; noted(): string } {
  let printed = '';
  let noted = '';
  const chunks = typeof input === 'string' ? [new TextEncoder().encode(input)] : Array.isArray(input) ? input : [input];
  return {
    stdin: (async function* () {
      yield* chunks;
    })(),
    out: async (text) => {
      printed += text;
    },
    note: (text) => {
      noted += text;
    },
    cwd,
    printed: () => printed,
    noted: () => noted,
  };
}
