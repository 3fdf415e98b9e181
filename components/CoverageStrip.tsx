import type { Timeline } from '../lib/core/coverage.ts';
import { formatMonth } from '../lib/text/format/dates.ts';
import { layOutStrip } from '../lib/text/format/strip.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';

const WIDTH = 372;
const HEIGHT = 30;
const DAY_MS = 86_400_000;

/** Reports on the page's first main topic over time as a strip of bars, this page's own period lit, always with what the count is of. */
export function CoverageStrip({ timeline, topic }: { timeline: Timeline; topic: string }) {
  const { platform } = useSurface();
  const { t, n, count, locale } = useMessages();
  const { bins } = timeline;
  const first = bins[0];
  const last = bins[bins.length - 1];
  if (first === undefined || last === undefined || timeline.matching === 0) return null;
  const start = formatMonth(first.startMs, locale) ?? '';
  const end = Math.abs(platform.now() - last.endMs) < 2 * DAY_MS ? t('today') : (formatMonth(last.endMs, locale) ?? '');
  const sources = n('stripSources', timeline.outlets);
  const matching = timeline.atLeast ? t('countAtLeast', count(timeline.matching)) : count(timeline.matching);
  const bars = layOutStrip(
    bins.map((bin) => bin.count),
    WIDTH,
    HEIGHT,
  );
  return (
    <figure class="strip">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('stripSummary', matching, count(timeline.indexSize), sources, start, end, topic)}
      >
        <path class="strip-base" d={`M0 ${HEIGHT}H${WIDTH}`} />
        {bars.map(({ bin, ...bar }) => (
          <rect key={bin} class={bins[bin]?.hasThisPage ? 'bar bar-here' : 'bar'} {...bar}>
            <title>{describeBin(bin)}</title>
          </rect>
        ))}
      </svg>
      <ul class="visually-hidden">
        {bars.map(({ bin }) => (
          <li key={bin}>{describeBin(bin)}</li>
        ))}
      </ul>
      <figcaption>
        <span>{start}</span>
        <bdi>{t('stripCaption', matching, count(timeline.indexSize), sources)}</bdi>
        <span>{end}</span>
      </figcaption>
    </figure>
  );

  function describeBin(index: number): string {
    const bin = bins[index];
    if (bin === undefined) return '';
    const text = n('stripBin', bin.count, formatMonth(bin.startMs, locale) ?? '');
    return bin.hasThisPage ? `${text}, ${t('stripThisPage')}` : text;
  }
}
