import { fail, ok, type Result } from '../core/result.ts';
import { HEADER_FIELDS, LAYER_MAGIC, LAYER_VERSION, layerChecksum, MAX_LANGUAGES, SECTIONS, type SectionName } from './layer-format.ts';

/** A packed gazetteer seen in place: typed arrays over the bytes, nothing copied. See `layer-format.ts` for each section. */
export interface Layer {
  maxWords: number;
  languages: string[];
  slotKey: Uint32Array;
  slotEdge: Uint32Array;
  edgeCheck: Uint32Array;
  edgeChild: Uint32Array;
  nodeOut: Uint32Array;
  endings: Uint32Array;
  endingSet: Uint32Array;
  classEnding: Uint32Array;
  stemsCapital: Uint32Array;
  stemsLower: Uint32Array;
  edgeSet: Uint32Array;
  aliasTopic: Uint32Array;
  languageSets: Uint32Array;
  topicHash: Uint32Array;
  topicText: Uint32Array;
  labelFirst: Uint32Array;
  labelText: Uint32Array;
  soundKey: Uint32Array;
  soundAlias: Uint32Array;
  typoKey: Uint32Array;
  typoWord: Uint32Array;
  wordFirst: Uint32Array;
  wordAlias: Uint32Array;
  edgeClass: Uint16Array;
  aliasLanguages: Uint16Array;
  labelLanguage: Uint16Array;
  units: Uint16Array;
  aliasCapitals: Uint8Array;
  aliasAcronyms: Uint8Array;
  aliasFlags: Uint8Array;
  aliasLetters: Uint8Array;
  topicKind: Uint8Array;
  strings: Uint8Array;
}

/**
 * Looks at packed bytes as a layer. Copies only when the bytes do not start on a multiple of four. Fails with
 * `index-newer-than-code` for a later version, `checksum-mismatch` for damaged bytes, `bad-input` for anything else. A
 * `packaged` layer came with the program, whose integrity others keep: its two megabytes are not summed at every start.
 */
export function openLayer(bytes: Uint8Array, packaged = false): Result<Layer> {
  const names = Object.keys(SECTIONS) as SectionName[];
  const headerBytes = 4 * (HEADER_FIELDS + names.length);
  if (bytes.byteLength < headerBytes || bytes.byteLength % 4 !== 0) return fail('bad-input', 'This is not a list of topics.');
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(own.buffer, own.byteOffset, own.byteLength / 4);
  if (words[0] !== LAYER_MAGIC) return fail('bad-input', 'This is not a list of topics.');
  if (words[1]! > LAYER_VERSION) return fail('index-newer-than-code', 'The list of topics was made by a newer version.');
  if (words[1] !== LAYER_VERSION) return fail('bad-input', 'The list of topics was made by an older version; build it again.');
  if (words[3] !== own.byteLength || (!packaged && words[2] !== layerChecksum(words)))
    return fail('checksum-mismatch', 'The list of topics is damaged.');
  const layer: Record<string, unknown> = { maxWords: words[4] };
  let offset = headerBytes;
  for (const [i, name] of names.entries()) {
    const length = words[HEADER_FIELDS + i]!;
    const width = SECTIONS[name];
    if (offset + length * width > own.byteLength) return fail('checksum-mismatch', 'The list of topics is damaged.');
    const at = own.byteOffset + offset;
    layer[name] =
      width === 4
        ? new Uint32Array(own.buffer, at, length)
        : width === 2
          ? new Uint16Array(own.buffer, at, length)
          : own.subarray(offset, offset + length);
    offset += length * width;
  }
  const languages = new TextDecoder()
    .decode(layer.languages as Uint8Array)
    .split('\n')
    .slice(0, MAX_LANGUAGES);
  return ok({ ...layer, languages } as unknown as Layer);
}

const decoder = new TextDecoder();

/** The text between two offsets of `strings`. */
export function layerText(layer: Layer, offsets: Uint32Array, index: number): string {
  return decoder.decode(layer.strings.subarray(offsets[index], offsets[index + 1]));
}
