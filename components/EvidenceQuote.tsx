import type { EvidencePhrase } from '../lib/messaging/protocol.ts';

/** Surroundings are cut at 60 characters, at a word: shorter ones end where the text does. */
const CUT = 45;

/** A place on the page that names a topic, with a little of the text around. */
export function EvidenceQuote({ phrase }: { phrase: EvidencePhrase }) {
  return (
    <q dir="auto">
      {phrase.before.length >= CUT && '…'}
      {phrase.before}
      <mark>{phrase.surface}</mark>
      {phrase.after}
      {phrase.after.length >= CUT && '…'}
    </q>
  );
}
