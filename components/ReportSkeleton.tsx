/** Rows of the height that reports will have, while the answer is awaited. Hidden from screen readers. */
export function ReportSkeleton({ rows }: { rows: number }) {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton-row">
          <span class="bone bone-headline" />
          <span class="bone bone-headline bone-short" />
          <span class="bone bone-meta" />
          <span class="bone bone-reason" />
        </div>
      ))}
    </div>
  );
}

/** The whole popup before its first answer: coverage strip, a heading, rows. */
export function PageSkeleton() {
  return (
    <>
      <div class="skeleton" aria-hidden="true">
        <div class="skeleton-strip">
          <span class="bone" />
        </div>
        <div class="skeleton-title">
          <span class="bone bone-title" />
        </div>
      </div>
      <ReportSkeleton rows={4} />
    </>
  );
}

/** Keeps the topics' lines (two in the popup, as most pages have) while they are awaited, so that the list does not move. */
export function TopicSkeleton() {
  return (
    <div class="topics skeleton" aria-hidden="true">
      <span class="bone bone-chip" />
      <span class="bone bone-chip" />
      <span class="bone bone-chip" />
      <span class="bone bone-chip" />
    </div>
  );
}
