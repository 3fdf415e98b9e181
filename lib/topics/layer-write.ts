import { HEADER_FIELDS, LAYER_MAGIC, LAYER_VERSION, layerChecksum, SECTIONS, type SectionName } from './layer-format.ts';

/** A layer's sections as typed arrays of the widths `SECTIONS` names. */
export type PackedSections = Record<SectionName, Uint32Array | Uint16Array | Uint8Array>;

/** Texts in the order added, stored once each. */
export class TextPool {
  #texts: string[] = [];

  /** Adds a text and answers its number. */
  add(text: string): number {
    return this.#texts.push(text) - 1;
  }

  /** The texts in UTF-8, one after the other; `ranges` gives n + 1 offsets for n numbers, which must follow one another. */
  pack(): { bytes: Uint8Array; ranges(numbers: number[]): Uint32Array } {
    const encoder = new TextEncoder();
    const chunks: Uint8Array[] = [];
    let length = 0;
    const ranges = (numbers: number[]) => {
      const offsets = new Uint32Array(numbers.length + 1);
      for (const [i, number] of numbers.entries()) {
        offsets[i] = length;
        const chunk = encoder.encode(this.#texts[number]);
        chunks.push(chunk);
        length += chunk.length;
        offsets[i + 1] = length;
      }
      if (numbers.length === 0) offsets[0] = length;
      return offsets;
    };
    return {
      get bytes() {
        return join(chunks, length);
      },
      ranges,
    };
  }
}

function join(chunks: Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Puts header and sections together; bytes are little-endian and padded to four. */
export function writeLayer(sections: PackedSections, maxWords: number, classes: number): Uint8Array {
  const names = Object.keys(SECTIONS) as SectionName[];
  const headerBytes = 4 * (HEADER_FIELDS + names.length);
  const total = names.reduce((sum, name) => sum + sections[name].length * SECTIONS[name], headerBytes);
  const bytes = new Uint8Array(Math.ceil(total / 4) * 4);
  const words = new Uint32Array(bytes.buffer);
  words.set([LAYER_MAGIC, LAYER_VERSION, 0, bytes.length, maxWords, classes]);
  let offset = headerBytes;
  for (const [i, name] of names.entries()) {
    const section = sections[name];
    words[HEADER_FIELDS + i] = section.length;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
    offset += section.byteLength;
  }
  words[2] = layerChecksum(words);
  return bytes;
}
