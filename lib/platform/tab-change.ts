/** What the browser tells of a tab that changed, as far as it is used. */
export interface TabChange {
  url?: string | undefined;
  status?: string | undefined;
}

/**
 * True where a tab's address may have changed without another document: Chromium then tells the address (where it shows it to us), Firefox
 * only that the tab is `complete`, as at the end of every load.
 */
export function staysInDocument({ url, status }: TabChange): boolean {
  return status === 'complete' || (url !== undefined && status !== 'loading');
}
