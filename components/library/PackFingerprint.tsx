/** A key's fingerprint, for comparing: groups of four, left to right in every language. */
export function PackFingerprint({ value }: { value: string }) {
  return (
    <code class="fingerprint" dir="ltr">
      {value}
    </code>
  );
}
