import type { RefObject } from 'preact';
import type { ArticleRow } from '../../lib/core/coverage.ts';
import type { PinActions } from './use-report-actions.ts';
import { useReportKeys } from './use-report-keys.ts';

/** The keys of a list of the library's that is only read: next, previous, open, pin; `/` goes to the search. */
export function useRowKeys(
  root: RefObject<HTMLElement | null>,
  rows: ArticleRow[],
  pins: PinActions,
  onEscape = (): boolean => false,
): void {
  const nothing = (): void => undefined;
  useReportKeys(root, {
    onSearch: () => {
      window.location.hash = 'search';
    },
    onPin(id) {
      const row = rows.find((each) => each.id === id);
      if (row) void pins.toggle(row);
    },
    onHide: nothing,
    onWhy: nothing,
    onEscape,
  });
}
