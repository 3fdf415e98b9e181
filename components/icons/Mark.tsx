/** The mark: a disc, half in shadow, half lit. Decorative; the name stands beside it. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg class="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path class="mark-shadow" d="M16 2a14 14 0 0 0 0 28Z" />
      <path class="mark-lit" d="M16 2a14 14 0 0 1 0 28Z" />
    </svg>
  );
}
