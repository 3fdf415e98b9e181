import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Certificate } from './certificate.ts';
import type { LoopbackWeb } from './loopback-web.ts';

/**
 * Lets this thread's own `fetch` reach a loopback web by its host names, over http and https; nothing else can be reached meanwhile. The
 * function it answers undoes that.
 */
export function fetchThrough({ httpPort }: LoopbackWeb, certificate: Certificate): () => void {
  const trusted = getCACertificates('default');
  const proxy = `http://127.0.0.1:${httpPort}`;
  setDefaultCACertificates([...trusted, certificate.cert]);
  const restoreProxy = setGlobalProxyFromEnv({ http_proxy: proxy, https_proxy: proxy });
  return () => {
    restoreProxy();
    setDefaultCACertificates(trusted);
  };
}
