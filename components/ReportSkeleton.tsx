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
