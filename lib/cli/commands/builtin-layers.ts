import { loadBuiltinGazetteer } from '../builtin-gazetteer.ts';
import { type CliIo, UsageError } from '../command.ts';

/** The built-in topics, or none with a note: words, names and dates still rank. */
export function builtinLayers(io: CliIo): Uint8Array[] {
  try {
    return [loadBuiltinGazetteer()];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.note('sidelight: the built-in topics are missing, so none are found; "npm run data" builds them\n');
    return [];
  }
}
