/** A file's bytes as they are read. */
export async function* chunks(
  file: Blob,
  onProgress?: (done: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = file.stream().getReader();
  for (let bytes = 0; !signal?.aborted; ) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
    bytes += value.length;
    onProgress?.(bytes / file.size);
  }
  await reader.cancel();
}
