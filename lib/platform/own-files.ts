/** Bytes a file of ours is expected to have at most: what is more costs a second buffer. */
const EXPECTED_BYTES = 2 << 20;

/** Bytes of a file that ships inside the extension, by its path from the root: no network is involved. */
export async function readOwnFile(path: string): Promise<Uint8Array> {
  return readWhole(await fetch(path));
}

/** Where copies of large files are kept. */
const CACHE = 'own-files';

/**
 * The same for a large file that every wake needs. Chromium hands out a file of an extension several times as slowly as an entry of its cache
 * (docs/adr/0001), so a copy is kept there, under `mark`: what tells this file from other builds of it. An empty mark keeps none.
 */
export async function readLargeOwnFile(path: string, mark: string): Promise<Uint8Array> {
  if (mark === '' || !cacheIsThere()) return readOwnFile(path);
  const key = `https://own-files.invalid${path}?${mark}`;
  const kept = await keptCopy(key);
  if (kept !== null) return kept;
  const bytes = await readOwnFile(path);
  // Nobody waits for it, and without it the next wake reads the file again.
  void keepCopy(key, bytes).catch(() => {});
  return bytes;
}

/** Takes the copies away, where one turned out to be no good. */
export async function forgetOwnFileCopies(): Promise<void> {
  if (cacheIsThere()) await caches.delete(CACHE).catch(() => {});
}

function cacheIsThere(): boolean {
  return globalThis.caches !== undefined;
}

async function keptCopy(key: string): Promise<Uint8Array | null> {
  try {
    const found = await (await caches.open(CACHE)).match(key);
    const bytes = found === undefined ? null : await readWhole(found);
    return bytes?.length ? bytes : null;
  } catch {
    // A private window's session, or damage: the file itself is there.
    return null;
  }
}

async function keepCopy(key: string, bytes: Uint8Array): Promise<void> {
  await caches.delete(CACHE);
  await (await caches.open(CACHE)).put(key, new Response(bytes.slice()));
}

/** Into one buffer: memory touched for the first time is most of what reading two megabytes costs a waking background, and `arrayBuffer()` touches it twice. */
async function readWhole({ body }: Response): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader({ mode: 'byob' });
  let buffer = new ArrayBuffer(EXPECTED_BYTES);
  for (let length = 0; ; ) {
    if (length === buffer.byteLength) buffer = buffer.transfer(2 * length);
    const { value, done } = await reader.read(new Uint8Array(buffer, length));
    if (value === undefined) throw new Error('the reading was cancelled');
    buffer = value.buffer;
    length += value.byteLength;
    if (done) return new Uint8Array(buffer, 0, length);
  }
}
