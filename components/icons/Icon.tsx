/** Line drawings on a 16-unit grid, drawn in the text's colour. */
const SHAPES = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4 14 14',
  panel: 'M2 3h12v10H2zM9.5 3v10',
  menu: 'M2 5h5.5M11.5 5H14M2 11h2.5M8.5 11H14M9.5 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6ZM6.5 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z',
  pin: 'M4.5 2.5h7v11L8 10.6l-3.5 2.9z',
  close: 'm4 4 8 8M12 4l-8 8',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  up: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  external: 'M9.5 2.5h4v4M13.5 2.5 8 8M7 4H3v9h9V9.5',
  check: 'm3 8.5 3.2 3.2L13 5',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  download: 'M8 2.5v7.5M4.8 7.2 8 10.4l3.2-3.2M3 13.5h10',
  upload: 'M8 10.5V3M4.8 5.8 8 2.6l3.2 3.2M3 13.5h10',
  away: 'M2.5 3.5h7v9h-7zM7 8h6.5M11 5.5 13.5 8 11 10.5',
  off: 'M8 2.2v5M4.9 4.3a5 5 0 1 0 6.2 0',
  page: 'M3.5 2h9v12h-9zM6 5h4M6 7.7h4M6 10.4h2.5',
  lock: 'M4 7h8v6.5H4zM5.7 7V5a2.3 2.3 0 0 1 4.6 0v2',
  warning: 'M8 2.5 14 13.3H2zM8 6.6v3.2M8 11.4v.4',
  grip: 'M6 3.5h.1M10 3.5h.1M6 8h.1M10 8h.1M6 12.5h.1M10 12.5h.1',
  note: 'M3 3h10v7l-3 3H3zM5.5 6h5M5.5 8.5h3',
  trash: 'M2.5 4.5h11M6 4.5V3h4v1.5M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  course: 'M2 13.5h12M4 11V8M8 11V3M12 11V6',
  story: 'M4 2v12M4 4.5h.1M4 11h.1M7 4.5h7M7 11h4.5',
  keys: 'M2 4.5h12v7H2zM4.5 7h.1M7 7h.1M9.4 7h.1M11.7 7h.1M5 9.3h6',
} as const;

/** Names of the icons there are. */
export type IconName = keyof typeof SHAPES;

/** One icon, hidden from screen readers: the control around it carries the name. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg class={`icon${filled ? ' icon-filled' : ''}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
