import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A self-signed certificate made for one run; the key never touches the disk. */
export interface Certificate {
  /** PEM. */
  key: string;
  /** PEM. */
  cert: string;
  /** Base64 SHA-256 of the public key, as Chromium's `--ignore-certificate-errors-spki-list` wants it. */
  spkiHash: string;
  /** Upper-case hexadecimal SHA-256 of the certificate with colons, as Firefox's `cert_override.txt` wants it. */
  fingerprint: string;
}

/** Makes a certificate for the given host names (wildcards allowed), valid for two days. */
export async function makeCertificate(hosts: string[]): Promise<Certificate> {
  const pems = await generate([{ name: 'commonName', value: 'Sidelight loopback' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 86_400_000),
    notAfterDate: new Date(Date.now() + 2 * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  const spki = createPublicKey(pems.cert).export({ type: 'spki', format: 'der' });
  return {
    key: pems.private,
    cert: pems.cert,
    spkiHash: createHash('sha256').update(spki).digest('base64'),
    fingerprint: new X509Certificate(pems.cert).fingerprint256,
  };
}
