import type { QueryNotice } from '../lib/core/query-notice.ts';
import { noticeText } from '../lib/text/format/query-notice.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Props of {@link SearchNotices}. */
export interface SearchNoticesProps {
  notices: QueryNotice[];
  /** Leaves out what is about the very end of the query: it is still being typed. */
  typedTo?: number;
}

/** What of a query was read otherwise than it may have been meant, in sentences. */
export function SearchNotices({ notices, typedTo }: SearchNoticesProps) {
  const messages = useMessages();
  const shown = notices.filter(({ end, code }) => code === 'someWords' || typedTo === undefined || end < typedTo);
  if (shown.length === 0) return null;
  return (
    <ul class="search-notices">
      {shown.map((notice) => (
        <li key={notice.code} dir="auto">
          {noticeText(notice, messages)}
        </li>
      ))}
    </ul>
  );
}
