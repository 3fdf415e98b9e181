import type { DetectedTopic } from '../../core/topic.ts';

/** A topic as `topics` and `related --json` print it. `bases[p]` is where part p of the zones begins in the text that offsets are into. */
export function printedTopic({ id, kind, label, salience, main, mentions }: DetectedTopic, bases: number[]) {
  return {
    id,
    kind,
    label,
    salience,
    main,
    mentions: mentions.map((m) => {
      const base = Math.max(bases[m.part] ?? 0, 0);
      return { start: base + m.start, end: base + m.end, surface: m.surface, zone: m.zone, method: m.method };
    }),
  };
}
