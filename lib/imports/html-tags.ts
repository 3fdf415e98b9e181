import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { ImportReader } from './types.ts';

/** Attributes of one tag, and characters of one attribute, at most. */
const ATTRIBUTES_MAX = 50;
const VALUE_MAX = 100_000;

/** What a document's tags and texts are given to. Names are lower case, entities decoded. */
export interface TagTarget {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(piece: string): void;
  end(): void;
}

/**
 * Tags and texts as they come. Unlike htmlparser2's own parser it keeps no list of open elements, which takes it quadratic time on deep nests; what spans more than two
 * pieces of text is cut.
 */
export function tagReader(target: TagTarget): ImportReader {
  let earlier = '';
  let now = '';
  /** Where `now` begins in the whole text. */
  let nowAt = 0;
  let tag = '';
  let attribute = '';
  let value = '';
  let attributes: Record<string, string> = {};
  const slice = (start: number, end: number): string =>
    start >= nowAt ? now.slice(start - nowAt, end - nowAt) : earlier.slice(start - nowAt) + now.slice(0, Math.max(0, end - nowAt));
  const opened = (): void => target.open(tag, attributes);
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = slice(start, end).toLowerCase();
      attributes = {};
    },
    onattribname(start, end) {
      attribute = slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      if (value.length < VALUE_MAX) value += slice(start, end);
    },
    onattribentity(codepoint) {
      if (value.length < VALUE_MAX) value += String.fromCodePoint(codepoint);
    },
    onattribend() {
      if (!Object.hasOwn(attributes, attribute) && Object.keys(attributes).length < ATTRIBUTES_MAX)
        Object.defineProperty(attributes, attribute, { value, enumerable: true });
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag: (start, end) => target.close(slice(start, end).trim().toLowerCase()),
    ontext: (start, end) => target.text(slice(start, end)),
    ontextentity: (codepoint) => target.text(String.fromCodePoint(codepoint)),
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend: () => target.end(),
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  return {
    write(text) {
      nowAt += now.length;
      earlier = now;
      now = text;
      tokenizer.write(text);
    },
    end: () => tokenizer.end(),
  };
}
