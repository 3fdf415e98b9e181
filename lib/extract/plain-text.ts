import type { PageSnapshot } from '../core/snapshot.ts';
export function readPlainText(text: string, url = ''): PageSnapshot {
  return { text, url } as unknown as PageSnapshot;
}
