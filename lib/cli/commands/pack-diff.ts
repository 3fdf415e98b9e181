import { differingDescription, diffPacks, type PackChange, type PackFault } from '../../packs/diff.ts';
import { COUNT_KEYS, RECORD_TYPES } from '../../packs/order.ts';
import { fingerprintOf } from '../../packs/signature.ts';
import type { OpenPack, PackManifest, PackRecord, SignatureCheck } from '../../packs/types.ts';
import { readArguments } from '../arguments.ts';
import { type CliIo, UsageError } from '../command.ts';
import { inputName } from '../io.ts';
import { openPackInput } from './pack-input.ts';
import { plain } from './table.ts';

type Change = PackChange['change'];
const CHANGES: readonly Change[] = ['added', 'changed', 'removed'];
const SIGNS: Record<Change, string> = { added: '+', changed: '~', removed: '-' };

/** `pack diff OLD NEW [--json]`: exit status 0 however much differs, 1 where lines of a pack could not be used. Streams. */
export async function diffTwo(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, { json: { type: 'boolean' } });
  const [before, after, ...more] = given.positionals;
  if (before === undefined || after === undefined || more.length > 0)
    throw new UsageError('pack diff wants two packs, the older one first');
  if (before === '-' && after === '-') throw new UsageError('only one of two packs can come from standard input');
  const old = await openPackInput(before, io);
  const next = await openPackInput(after, io);
  let faults = 0;
  const onFault = (fault: PackFault, side: 'before' | 'after'): void => {
    const name = inputName(side === 'before' ? before : after);
    if (fault.code === 'wrong-order') throw new UsageError(`${name} is not in the order of packs; sidelight pack build puts it right`);
    faults++;
  };
  const counts = new Map<string, number>();
  const write = given.values.json === true ? jsonWriter(io) : tableWriter(io);
  await write.start(old, next);
  for await (const change of diffPacks(old, next, onFault)) {
    const key = countKey(change.record.type, change.change);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    await write.change(change);
  }
  await write.end((type, change) => counts.get(countKey(type, change)) ?? 0);
  if (faults > 0) io.note(`sidelight: the two packs have ${faults} faults; sidelight pack verify names them\n`);
  return faults > 0 ? 1 : 0;
}

function countKey(type: PackRecord['type'], change: Change): string {
  return `${type} ${change}`;
}

interface DiffWriter {
  start(before: OpenPack, after: OpenPack): Promise<void>;
  change(change: PackChange): Promise<void>;
  end(count: (type: PackRecord['type'], change: Change) => number): Promise<void>;
}

/** One JSON object, written as it becomes known: what came first stands first. */
function jsonWriter(io: CliIo): DiffWriter {
  let first = true;
  return {
    async start(before, after) {
      const manifest = descriptionChanges(before, after).map(({ field, from, to }) => ({ field, from, to }));
      await io.out(`{\n"manifest": ${JSON.stringify(manifest)},\n"changes": [`);
    },
    async change({ change, record: { type, id }, fields }) {
      await io.out(`${first ? '' : ','}\n${JSON.stringify({ change, type, id, ...(change === 'changed' && { fields }) })}`);
      first = false;
    },
    async end(count) {
      const counts = Object.fromEntries(
        CHANGES.map((change) => [change, Object.fromEntries(RECORD_TYPES.map((type) => [COUNT_KEYS[type], count(type, change)]))]),
      );
      await io.out(`\n],\n"counts": ${JSON.stringify(counts)}\n}\n`);
    },
  };
}

function tableWriter(io: CliIo): DiffWriter {
  return {
    async start(before, after) {
      for (const { field, from, to } of descriptionChanges(before, after)) {
        await io.out(`~ ${field}: ${plain(from ?? 'none')} → ${plain(to ?? 'none')}\n`);
      }
    },
    async change({ change, record, fields }) {
      const said = change === 'changed' ? fields.join(', ') : plain(nameOf(record));
      await io.out(`${SIGNS[change]} ${record.type} ${record.id}  ${said}\n`);
    },
    async end(count) {
      const rows = RECORD_TYPES.map((type) => [COUNT_KEYS[type] as string, ...CHANGES.map((change) => String(count(type, change)))]);
      for (const [name = '', ...cells] of [['', ...CHANGES], ...rows]) {
        await io.out(`${name.padEnd(9)}${cells.map((cell) => cell.padStart(9)).join('')}\n`);
      }
    },
  };
}

/** Members of the manifest that differ, and the signer. */
function descriptionChanges(before: OpenPack, after: OpenPack): { field: string; from: string | null; to: string | null }[] {
  const texts = differingDescription(before.manifest, after.manifest).map((field) => ({
    field,
    from: textOf(before.manifest, field),
    to: textOf(after.manifest, field),
  }));
  const [from, to] = [signerOf(before.signature), signerOf(after.signature)];
  return from === to ? texts : [...texts, { field: 'signature', from, to }];
}

function textOf(manifest: PackManifest, field: string): string | null {
  const value: unknown = manifest[field as keyof PackManifest];
  return value === null ? null : String(value);
}

function signerOf({ state, publicKey }: SignatureCheck): string | null {
  if (state === 'none') return null;
  const signer = publicKey === null ? 'unreadable' : fingerprintOf(publicKey);
  return state === 'valid' ? signer : `${signer} (${state})`;
}

function nameOf(record: PackRecord): string {
  if (record.type === 'article') return record.headline;
  return record.type === 'topic' ? (Object.values(record.names)[0]?.[0] ?? '') : record.name;
}
