/**
 * 64-bit FNV-1a over UTF-16 code units, as 16 hexadecimal digits: for ids, not for secrets.
 * Source: Fowler, Noll, Vo; the two 32-bit lanes start from different offsets.
 */
export function shortHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9dc5811c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x01000193);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
