import type { SidelightError } from '../../lib/core/errors.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { PageNotice } from '../PageNotice.tsx';
import { StoreFailure } from '../StoreFailure.tsx';

/** What is shown in place of a page that could not be read; `gone`: title and text where there is no such thing. */
export function PageFailure({ error, gone: [title, text] }: { error: SidelightError; gone: [title: MessageName, text: MessageName] }) {
  const { t } = useMessages();
  if (error.code !== 'not-found') return <StoreFailure error={error} />;
  return <PageNotice icon="warning" urgent title={t(title)} text={t(text)} />;
}
