import type { SidelightError } from '../../lib/core/errors.ts';
import { failureText } from '../failure-text.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';

/** Why a chosen file was not taken in: the disk or the index where those are at fault, else the file (`notOurs`) and what is wrong with it. */
export function FileFailure({ error, notOurs }: { error: SidelightError; notOurs: MessageName }) {
  const { t } = useMessages();
  // The checksum of a file says nothing of the index.
  const text = error.code === 'checksum-mismatch' ? notOurs : failureText(error, notOurs);
  return (
    <p class="failed">
      {t(text)} {text === notOurs && error.message}
    </p>
  );
}
