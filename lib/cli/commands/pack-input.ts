import { packLines } from '../../packs/lines.ts';
import { openPack } from '../../packs/read.ts';
import type { OpenPack } from '../../packs/types.ts';
import { type CliIo, UsageError } from '../command.ts';
import { inputName, openInput } from '../io.ts';

/** A given pack's manifest, and its records as a stream. Throws UsageError where it cannot be read or is none. */
export async function openPackInput(source: string, io: CliIo): Promise<OpenPack> {
  const pack = await openPack(packLines(openInput(source, io)));
  if (!pack.ok) throw new UsageError(`${inputName(source)}: ${pack.error.message} Give a file made by sidelight pack build`);
  return pack.value;
}
