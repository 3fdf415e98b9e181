import type { SourceRow } from '../../lib/messaging/protocol.ts';
import { formatDay, formatSince, formatUntil } from '../../lib/text/format/dates.ts';
import type { MessageName, Messages } from '../hooks/use-messages.ts';

/** How much a source needs its reader: `good`, `quiet` (wait and see), `bad` (something is to be done or will not come back). */
export type HealthTone = 'good' | 'quiet' | 'bad';

/** How a source is, in one line, and how much that matters. */
export function healthOf(row: SourceRow, nowMs: number, { t, n, locale }: Messages): { text: string; tone: HealthTone } {
  const again = row.nextAtMs === null ? '' : t('sourceNext', formatUntil(row.nextAtMs, nowMs, locale));
  const since = (ms: number | null): string => (ms === null ? t('dataNever') : formatSince(ms, nowMs, locale));
  const join = (...sentences: string[]): string => sentences.filter((sentence) => sentence !== '').join(' · ');
  if (row.busy) return { text: t('sourceBusy'), tone: 'quiet' };
  if (!row.granted) return { text: t('sourceNeedsPermission', new URL(row.url).hostname), tone: 'bad' };
  if (row.paused) return { text: t('sourcePaused'), tone: 'quiet' };
  const { health, failure } = row;
  switch (health.code) {
    case 'new':
      return { text: t('sourceNew'), tone: 'quiet' };
    case 'fine':
      return { text: join(t('sourceFine', since(health.sinceMs)), again), tone: 'good' };
    case 'quiet':
      return { text: join(t('sourceQuiet', formatDay(health.newestMs, locale) ?? ''), again), tone: 'quiet' };
    case 'moved':
      return { text: t('sourceMoved', health.url), tone: 'bad' };
    case 'gone':
      return { text: t('sourceGone'), tone: 'bad' };
    case 'failing':
      return {
        text: join(failureSentence(failure, t), n('sourceTries', health.failures), again),
        tone: failure?.code === 'leads-away' ? 'bad' : 'quiet',
      };
    case 'silent':
      return { text: join(failureSentence(failure, t), t('sourceSilent', since(health.sinceMs)), again), tone: 'bad' };
  }
}

function failureSentence(failure: SourceRow['failure'], t: Messages['t']): string {
  if (failure === null) return '';
  const name = `sourceFailed_${failure.code.replace(/-/g, '_')}` as MessageName;
  return t(name, String(failure.status ?? ''));
}
