import type { PageSnapshot } from '../core/snapshot.ts';
import type { ZonedText } from '../core/topic.ts';

const LEAD_WORDS = 60;

/** A snapshot's text by zone, in reading order: title, dek, lead (first paragraph, or its first 60 words), body, captions. */
export function zonedText(snapshot: PageSnapshot): ZonedText {
  const parts: ZonedText['parts'] = [];
  if (snapshot.headline) parts.push({ zone: 'title', text: snapshot.headline });
  if (snapshot.description && !snapshot.paragraphs[0]?.startsWith(snapshot.description.slice(0, 80)))
    parts.push({ zone: 'dek', text: snapshot.description });
  const [first, ...others] = snapshot.paragraphs;
  if (first) {
    const cut = endOfLead(first);
    parts.push({ zone: 'lead', text: first.slice(0, cut) });
    const rest = first.slice(cut);
    if (rest.trim()) parts.push({ zone: 'body', text: rest });
  }
  for (const text of others) parts.push({ zone: 'body', text });
  for (const text of snapshot.captions) parts.push({ zone: 'caption', text });
  return { language: snapshot.language, parts };
}

function endOfLead(paragraph: string): number {
  let words = 0;
  for (const match of paragraph.matchAll(/\S+/g)) {
    words++;
    if (words === LEAD_WORDS) {
      const end = match.index + match[0].length;
      // A paragraph only a little longer stays whole.
      return paragraph.length - end < 120 ? paragraph.length : end;
    }
  }
  return paragraph.length;
}
