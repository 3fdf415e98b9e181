import { parseWebUrl } from '../core/canonical-url.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** IPv4 blocks that lie on no public network (IANA special-purpose registry): first address, and how many bits name the block. */
const PRIVATE_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Names that only ever mean this machine or this network (RFC 6761, 6762, 8375; ICANN for "internal"). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/**
 * An address that a source may have, as given and again as the final one after redirects: http(s), and no literal address of this
 * machine or network in any notation a browser takes. A public name that resolves there cannot be told apart (docs/threat-model.md).
 */
export function sourceAddress(text: string): Result<URL> {
  const url = parseWebUrl(text);
  if (url === null) return fail('bad-input', 'This is no http or https address.');
  // Parsing has brought "0x7f.1", "2130706433" and full-width digits to one form; it leaves a last dot.
  const host = url.hostname.toLowerCase().replace(/\.+$/, '');
  const isPrivate = host.startsWith('[') ? isPrivateV6(host.slice(1, -1)) : isPrivateV4(host) || LOCAL_NAME.test(host) || host === '';
  return isPrivate ? fail('no-permission', 'Addresses of this computer and its network are not fetched.') : ok(url);
}

function isPrivateV4(host: string): boolean {
  const address = v4Number(host);
  return address !== null && PRIVATE_V4.some(([first, bits]) => (address ^ (v4Number(first) ?? 0)) >>> (32 - bits) === 0);
}

function v4Number(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return parts === undefined ? null : parts.reduce((number, part) => (number << 8) | part, 0) >>> 0;
}

/** Public are the addresses under 2000::/3, but those kept for documentation and those that hide an IPv4 address. */
function isPrivateV6(text: string): boolean {
  const groups = v6Groups(text);
  const [a = 0, b = 0, c = 0] = groups;
  const last = `${groups[6]! >> 8}.${groups[6]! & 255}.${groups[7]! >> 8}.${groups[7]! & 255}`;
  // IPv4 within IPv6: mapped (RFC 4291) and translated (RFC 6052).
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return isPrivateV4(last);
  if (a === 0x64 && b === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) return isPrivateV4(last);
  // 6to4 (RFC 3056) and Teredo (RFC 4380).
  if (a === 0x2002) return isPrivateV4(`${b >> 8}.${b & 255}.${c >> 8}.${c & 255}`);
  if (a === 0x2001 && (b === 0 || b === 0xdb8)) return true;
  return a >> 13 !== 1 || a === 0x3fff;
}

/** The eight groups of an IPv6 address as `URL` writes it. */
function v6Groups(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [before, after] = [read(head), read(tail ?? '')];
  return [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after];
}
