import { fail, ok, type Result } from '../core/result.ts';
import { mixSigned } from '../text/hash.ts';
import {
  bucketShift,
  HEADER_FIELDS,
  LAYER_MAGIC,
  LAYER_VERSION,
  layerChecksum,
  MAX_LANGUAGES,
  SECTIONS,
  type SectionName,
  stepAt,
} from './layer-format.ts';

/**
 * A packed gazetteer seen in place: typed arrays over the bytes, nothing copied. See `layer-format.ts` for each section. Hashes and sets of bits
 * are read signed: half of the unsigned numbers would be boxed on a first page.
 */
export interface Layer {
  maxWords: number;
  bucketShift: number;
  languages: string[];
  edges: Int32Array;
  buckets: Uint32Array;
  nodes: Int32Array;
  endings: Int32Array;
  endingSet: Int32Array;
  classEnding: Uint32Array;
  opensCapital: Int32Array;
  opensLower: Int32Array;
  edgeSet: Int32Array;
  aliasTopic: Uint32Array;
  languageSets: Int32Array;
  topicHash: Uint16Array;
  nodeAlias: Uint16Array;
  nodeAliasBase: Uint32Array;
  topicText: Uint16Array;
  topicTextBase: Uint32Array;
  labelFirst: Uint16Array;
  labelFirstBase: Uint32Array;
  labelText: Uint16Array;
  labelTextBase: Uint32Array;
  soundKey: Int32Array;
  soundAlias: Uint32Array;
  typoKey: Int32Array;
  typoWord: Uint32Array;
  wordFirst: Uint32Array;
  wordAlias: Uint32Array;
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
  const at: number[] = [];
  let offset = headerBytes;
  for (let i = 0; i < names.length; i++) {
    at.push(offset);
    offset += words[HEADER_FIELDS + i]! * SECTIONS[names[i]!];
    if (offset > own.byteLength) return fail('checksum-mismatch', 'The list of topics is damaged.');
  }
  const u32 = (name: SectionName) => new Uint32Array(own.buffer, own.byteOffset + at[names.indexOf(name)]!, lengthOf(name));
  const i32 = (name: SectionName) => new Int32Array(own.buffer, own.byteOffset + at[names.indexOf(name)]!, lengthOf(name));
  const u16 = (name: SectionName) => new Uint16Array(own.buffer, own.byteOffset + at[names.indexOf(name)]!, lengthOf(name));
  const u8 = (name: SectionName) => new Uint8Array(own.buffer, own.byteOffset + at[names.indexOf(name)]!, lengthOf(name));
  const lengthOf = (name: SectionName) => words[HEADER_FIELDS + names.indexOf(name)]!;
  const languages = new TextDecoder().decode(u8('languages')).split('\n').slice(0, MAX_LANGUAGES);
  // Written out: an object filled name by name is a dictionary to the engine, and the matcher reads it thousands of times a page.
  return ok({
    maxWords: words[4]!,
    bucketShift: bucketShift(lengthOf('buckets') - 1),
    languages,
    edges: i32('edges'),
    buckets: u32('buckets'),
    nodes: i32('nodes'),
    endings: i32('endings'),
    endingSet: i32('endingSet'),
    classEnding: u32('classEnding'),
    opensCapital: i32('opensCapital'),
    opensLower: i32('opensLower'),
    edgeSet: i32('edgeSet'),
    aliasTopic: u32('aliasTopic'),
    languageSets: i32('languageSets'),
    topicHash: u16('topicHash'),
    nodeAlias: u16('nodeAlias'),
    nodeAliasBase: u32('nodeAliasBase'),
    topicText: u16('topicText'),
    topicTextBase: u32('topicTextBase'),
    labelFirst: u16('labelFirst'),
    labelFirstBase: u32('labelFirstBase'),
    labelText: u16('labelText'),
    labelTextBase: u32('labelTextBase'),
    soundKey: i32('soundKey'),
    soundAlias: u32('soundAlias'),
    typoKey: i32('typoKey'),
    typoWord: u32('typoWord'),
    wordFirst: u32('wordFirst'),
    wordAlias: u32('wordAlias'),
    aliasLanguages: u16('aliasLanguages'),
    labelLanguage: u16('labelLanguage'),
    units: u16('units'),
    aliasCapitals: u8('aliasCapitals'),
    aliasAcronyms: u8('aliasAcronyms'),
    aliasFlags: u8('aliasFlags'),
    aliasLetters: u8('aliasLetters'),
    topicKind: u8('topicKind'),
    strings: u8('strings'),
  });
}

const decoder = new TextDecoder();

/** The text between two offsets of `strings`, which a list packed by `packSteps` holds. */
export function layerText(layer: Layer, low: Uint16Array, base: Uint32Array, index: number): string {
  return decoder.decode(layer.strings.subarray(stepAt(low, base, index), stepAt(low, base, index + 1)));
}

/** The first alias of a node; those of the node before end there. */
export function firstAlias(layer: Layer, node: number): number {
  return stepAt(layer.nodeAlias, layer.nodeAliasBase, node);
}

/** Whether a class of endings has the ending with this hash. */
export function hasEnding(layer: Layer, endingClass: number, ending: number): boolean {
  const pair = mixSigned(ending, endingClass + 1) || 1;
  const slots = layer.endings.length - 1;
  for (let slot = pair & slots; layer.endings[slot] !== 0; slot = (slot + 1) & slots) if (layer.endings[slot] === pair) return true;
  return false;
}
