import type { Counted } from '../../lib/core/course.ts';
import { useMessages } from '../hooks/use-messages.ts';

/** Topics or reporters as links to their pages, each with its count; `note` says what is counted. */
export function CountedLinks({ title, note, place, rows }: { title: string; note: string; place: 'topic' | 'reporter'; rows: Counted[] }) {
  const { count } = useMessages();
  if (rows.length === 0) return null;
  return (
    <section class="counted-links">
      <h2>{title}</h2>
      <p class="meta">{note}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`#${place}/${encodeURIComponent(row.id)}`}>
              <bdi>{row.label}</bdi>
            </a>{' '}
            <span class="group-count">{count(row.count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
