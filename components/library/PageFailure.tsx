import type { SidelightError } from '../../lib/core/errors.ts';
import { failureText } from '../failure-text.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { PageNotice } from '../PageNotice.tsx';

/** What is shown in place of a page that could not be read; `gone`: title and text where there is no such thing. */
export function PageFailure({ error, gone: [title, text] }: { error: SidelightError; gone: [title: MessageName, text: MessageName] }) {
  const { t } = useMessages();
  const isGone = error.code === 'not-found';
  return (
    <PageNotice
      icon="warning"
      urgent
      title={t(isGone ? title : 'titleError')}
      text={t(isGone ? text : failureText(error, 'error_generic'))}
    />
  );
}
