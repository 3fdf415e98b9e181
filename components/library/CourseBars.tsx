import { useRef, useState } from 'preact/hooks';
import type { CourseBin, CourseUnit, CourseWindow } from '../../lib/core/course-bins.ts';
import { countAxis, spacedMarks } from '../../lib/text/format/count-axis.ts';
import { formatMonth } from '../../lib/text/format/dates.ts';
import { type Messages, useMessages } from '../hooks/use-messages.ts';
import { binSummary } from './course-labels.ts';

const DAY_MS = 86_400_000;
/** Share of the width that a written mark needs. */
const MARK_WIDTH = 1 / 5;

/** Props of {@link CourseBars}. */
export interface CourseBarsProps {
  window: CourseWindow;
  unit: CourseUnit;
  /** Names of the bands, and of what is in none. */
  names: string[];
  /** First day of the bar whose reports are listed. */
  chosen: number | null;
  label: string;
  onChoose(bin: CourseBin): void;
}

/**
 * Bars over time, each stacked by its bands: HTML boxes in the page's own direction. One stop of the Tab key; the arrow keys, Home and End go from bar to bar,
 * and each says what it counts. Pressing one lists its reports.
 */
export function CourseBars({ window, unit, names, chosen, label, onChoose }: CourseBarsProps) {
  const messages = useMessages();
  const { count, t } = messages;
  const { bins } = window;
  const [at, setAt] = useState(-1);
  const [read, setRead] = useState<number | null>(null);
  const bars = useRef<HTMLDivElement>(null);
  const axis = countAxis(bins.reduce((most, bin) => Math.max(most, bin.count), 0));
  const top = axis.at(-1) ?? 1;
  const stop = at >= 0 && at < bins.length ? at : bins.length - 1;
  const shown = read === null ? undefined : bins[read];

  function onKeyDown(event: KeyboardEvent): void {
    const step = steps(event.key, document.documentElement.dir === 'rtl');
    if (step === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(bins.length - 1, stop + step));
    setAt(next);
    bars.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  }

  return (
    <div class="course-plot">
      <div class="course-scale" aria-hidden="true">
        {axis.map((mark) => (
          <span key={mark} style={{ insetBlockEnd: `${(100 * mark) / top}%` }}>
            {count(mark)}
          </span>
        ))}
      </div>
      <div ref={bars} class="course-bars" role="toolbar" aria-label={label} onKeyDown={onKeyDown} onPointerLeave={() => setRead(null)}>
        {axis.map((mark) => (
          <i key={mark} class="course-line" style={{ insetBlockEnd: `${(100 * mark) / top}%` }} />
        ))}
        {bins.map((bin, i) => (
          <button
            key={bin.from}
            type="button"
            tabIndex={i === stop ? 0 : -1}
            aria-pressed={chosen === bin.from}
            aria-label={binSummary(bin, unit, names, messages)}
            onFocus={() => {
              setAt(i);
              setRead(i);
            }}
            onBlur={() => setRead(null)}
            onPointerEnter={() => setRead(i)}
            onClick={() => onChoose(bin)}
          >
            <span class="course-bar" style={{ blockSize: `${(100 * bin.count) / top}%` }}>
              {bin.counts.map(
                (value, band) => value > 0 && <i key={band} class={`band-${bandClass(band, names.length)}`} style={{ flexGrow: value }} />,
              )}
            </span>
          </button>
        ))}
      </div>
      <div class="course-marks" aria-hidden="true">
        {marksOf(bins, unit, messages).map((mark) => (
          <span
            key={mark.at}
            class={mark.at > bins.length * (1 - 2 * MARK_WIDTH) ? 'late' : ''}
            style={{ insetInlineStart: `${(100 * mark.at) / bins.length}%` }}
          >
            {mark.text}
          </span>
        ))}
      </div>
      <p class="course-read" aria-hidden="true">
        {shown === undefined ? t('courseRead') : binSummary(shown, unit, names, messages)}
      </p>
    </div>
  );
}

/** What is in no band has a look of its own. */
export function bandClass(band: number, names: number): string {
  return band === names - 1 ? 'rest' : String(band + 1);
}

function steps(key: string, rtl: boolean): number | null {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  if (key === forward) return 1;
  if (key === (rtl ? 'ArrowRight' : 'ArrowLeft')) return -1;
  if (key === 'PageUp') return -7;
  if (key === 'PageDown') return 7;
  if (key === 'Home') return Number.NEGATIVE_INFINITY;
  return key === 'End' ? Number.POSITIVE_INFINITY : null;
}

function marksOf(bins: CourseBin[], unit: CourseUnit, { locale }: Messages): { at: number; text: string }[] {
  const texts = bins.map(({ from }) =>
    unit === 'month' ? String(new Date(from * DAY_MS).getUTCFullYear()) : (formatMonth(from * DAY_MS, locale) ?? ''),
  );
  // A mark near the end would run over the edge.
  return spacedMarks(texts, bins.length * MARK_WIDTH).filter(({ at }) => at === 0 || at <= bins.length * (1 - MARK_WIDTH / 2));
}
