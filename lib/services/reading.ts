import type { ReadingPosition } from '../core/library.ts';
import type { Result } from '../core/result.ts';
import type { UserRows } from '../store/user-rows.ts';

/** How far the user has read a stored text; null where they have not begun. */
export async function readingPosition(articleId: string, store: UserRows): Promise<ReadingPosition | null> {
  const [position] = await store.getRows('readingPositions', [articleId]);
  return position ?? null;
}

/** Notes how far the user has read. */
export function keepPosition(position: ReadingPosition, store: UserRows): Promise<Result<void>> {
  return store.changeRows(['readingPositions'], ({ readingPositions }) => readingPositions.put(position));
}
