import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const TYPES: Record<string, string> = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};
const SQLITE = join(import.meta.dirname, '../../node_modules/@sqlite.org/sqlite-wasm/dist');

/** A running server of bundles. `origin` gives an engine an origin, and so a storage, of its own. */
export interface BenchServer {
  origin: (name: string) => string;
  close: () => void;
}

/** Bundles a module for browsers, as a module or as a classic script; its code. */
export async function bundle(entry: string, format: 'es' | 'iife' = 'es'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: { write: false, target: 'es2023', minify: true, lib: { entry, formats: [format], name: 'bundled', fileName: 'worker' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output.find((file) => file.type === 'chunk') : undefined;
  if (chunk === undefined) throw new Error(`nothing was bundled from ${entry}`);
  return chunk.code;
}

/** Serves the given files, an empty page at `/`, and the SQLite package under `/sqlite/`, on loopback. */
export async function serve(files: Record<string, string>): Promise<BenchServer> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const own = path === '/' ? '<!doctype html><title>bench</title>' : files[path];
    try {
      const body = own ?? (path.startsWith('/sqlite/') ? await readFile(join(SQLITE, normalize(path.slice(8)))) : null);
      response.writeHead(body === null ? 404 : 200, {
        'content-type': path === '/' ? 'text/html' : (TYPES[extname(path)] ?? 'text/plain'),
      });
      response.end(body ?? '');
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: (name) => `http://${name}.localhost:${port}/`, close: () => server.close() };
}
