import * as v from 'valibot';

/** An id that we, a pack or a page's address made. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(2048));
/** Text that may be unknown. */
export const text = v.nullable(v.string());
/** Epoch ms of a possible date. */
export const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
/** An http(s) address. */
export const webUrl = v.pipe(v.string(), v.check(isWebUrl, 'not an http(s) address'));
/** An author as reports name them. */
export const author = v.strictObject({ name: v.string(), reporterId: text });

function isWebUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
