import type { TopicMarks } from '../core/topic-marks.ts';
import { phraseFinder } from './find-phrases.ts';

/** The two highlights; the style sheet names them as well (`lib/platform/page-marks.ts`). */
const MAIN = 'sidelight-main-topic';
const OTHER = 'sidelight-topic';
/** A page of thousands of names is marked this far: what is beyond is below what anybody reads. */
const MAX_MARKS = 2000;
const MAX_CHARS = 300_000;
/** A text in one piece that is longer than any paragraph would hold the page. */
const MAX_RUN = 20_000;

/** Elements within a line: text on both sides of their edges is one text. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);
/** What is no reading text of the article: forms, menus, what stands beside it, text that the reader writes. */
const LEFT_OUT = 'script,style,noscript,template,textarea,select,nav,footer,aside,form,button,[contenteditable],[aria-hidden="true"]';

/** A page's thread as marking sees it. */
export interface MarkingThread {
  /** Is the slice used up? */
  spent(): boolean;
  /** Resolves in a later slice. */
  nextSlice(): Promise<void>;
}

/**
 * Marks where a page names its topics, with the CSS Custom Highlight API: no node of the page is touched. In slices; text that comes later
 * is not marked. Answers how many places were marked.
 */
export async function markPage(document: Document, marks: TopicMarks, thread: MarkingThread): Promise<number> {
  unmarkPage();
  const phrases = [...marks.main, ...marks.other];
  const find = phraseFinder(phrases);
  if (find === null) return 0;
  const found = [new Highlight(), new Highlight()] as const;
  // Where two topics share a place, the main one's colour is seen.
  found[0].priority = 1;
  let total = 0;
  await thread.nextSlice();
  for (const run of textRuns(document.querySelector('main, [role="main"]') ?? document.body)) {
    if (thread.spent()) await thread.nextSlice();
    for (const { phrase, start, end } of find(run.text)) {
      const range = rangeIn(run, start, end);
      if (range === null) continue;
      found[phrase < marks.main.length ? 0 : 1].add(range);
      if (++total >= MAX_MARKS) break;
    }
    if (total >= MAX_MARKS) break;
  }
  CSS.highlights.set(MAIN, found[0]);
  CSS.highlights.set(OTHER, found[1]);
  return total;
}

/** Takes all marks away. */
export function unmarkPage(): void {
  CSS.highlights.delete(MAIN);
  CSS.highlights.delete(OTHER);
}

interface TextRun {
  text: string;
  nodes: { node: Text; from: number }[];
}

/** Texts of a page, those of one paragraph joined over the links and emphases in it. */
function* textRuns(root: Element): Generator<TextRun> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === 1 && (node as Element).matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let run: TextRun = { text: '', nodes: [] };
  let chars = 0;
  while (chars < MAX_CHARS && walker.nextNode() !== null) {
    const node = walker.currentNode;
    if (node.nodeType === 3) {
      run.nodes.push({ node: node as Text, from: run.text.length });
      run.text += (node as Text).data.slice(0, MAX_RUN);
      chars += (node as Text).length;
    } else if (!INLINE.has((node as Element).localName) && run.text !== '') {
      yield run;
      run = { text: '', nodes: [] };
    }
  }
  if (run.text !== '') yield run;
}

function rangeIn({ nodes }: TextRun, start: number, end: number): StaticRange | null {
  const first = nodes.findLast(({ from }) => from <= start);
  const last = nodes.findLast(({ from }) => from < end);
  if (first === undefined || last === undefined) return null;
  // A range that follows every change of the page would cost the page.
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.from,
    endContainer: last.node,
    endOffset: end - last.from,
  });
}
