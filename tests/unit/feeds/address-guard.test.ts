import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceAddress } from '../../../lib/feeds/address-guard.ts';

describe('sourceAddress', () => {
  it.each([
    'https://harbour.example/feed.xml',
    'http://93.184.216.34/feed',
    'https://172.32.0.1/',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/',
    'https://[::ffff:93.184.216.34]/',
    'https://[64:ff9b::5db8:d822]/',
    'https://localhost.example/',
  ])('lets %s pass', (address) => {
    expect(sourceAddress(address).ok).toBe(true);
  });

  it.each([
    ['another scheme', 'ftp://harbour.example/'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'harbour.example'],
    ['loopback', 'http://127.0.0.1/'],
    ['loopback, short', 'http://127.1/'],
    ['loopback in hexadecimals', 'http://0x7f.0x0.0x0.0x1/'],
    ['loopback in octals', 'http://0177.0.0.01/'],
    ['loopback as one number', 'http://2130706433/'],
    ['loopback in full width', 'http://１２７.０.０.１/'],
    ['loopback with a dot', 'http://127.0.0.1./'],
    ['loopback, escaped', 'http://%31%32%37.0.0.1/'],
    ['loopback with a user', 'http://harbour.example@127.0.0.1/'],
    ['any address', 'http://0/'],
    ['private', 'http://10.1.2.3/'],
    ['private', 'http://172.16.0.1/'],
    ['private', 'http://172.31.255.255/'],
    ['private', 'http://192.168.1.1/'],
    ['carrier', 'http://100.64.0.1/'],
    ['link-local', 'http://169.254.169.254/latest'],
    ['multicast', 'http://224.0.0.1/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['loopback 6', 'http://[::1]/'],
    ['loopback 6, long', 'http://[0:0:0:0:0:0:0:1]/'],
    ['any 6', 'http://[::]/'],
    ['mapped', 'http://[::ffff:127.0.0.1]/'],
    ['mapped in hexadecimals', 'http://[::ffff:7f00:1]/'],
    ['compatible', 'http://[::127.0.0.1]/'],
    ['translated', 'http://[64:ff9b::10.0.0.1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['Teredo', 'http://[2001:0:4136:e378::1]/'],
    ['unique local', 'http://[fd00::1]/'],
    ['link-local 6', 'http://[fe80::1]/'],
    ['multicast 6', 'http://[ff02::1]/'],
    ['documentation', 'http://[2001:db8::1]/'],
    ['this machine', 'http://localhost:8080/'],
    ['this machine with a dot', 'http://LOCALHOST./'],
    ['below this machine', 'http://a.localhost/'],
    ['a printer', 'http://printer.local/'],
    ['a router', 'http://router.home.arpa/'],
    ['an inner name', 'http://wiki.internal/'],
  ])('refuses %s: %s', (_what, address) => {
    expect(sourceAddress(address).ok).toBe(false);
  });

  it('is as strict in every notation of an address', () => {
    const octet = fc.nat(255);
    fc.assert(
      fc.property(octet, octet, octet, octet, (a, b, c, d) => {
        const plain = sourceAddress(`http://${a}.${b}.${c}.${d}/`).ok;
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const mapped = `[::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}]`;
        for (const host of [String(number), `0x${number.toString(16)}`, `0${a.toString(8)}.${b}.${c * 256 + d}`, mapped])
          expect([host, sourceAddress(`http://${host}/`).ok]).toEqual([host, plain]);
      }),
    );
  });
});
