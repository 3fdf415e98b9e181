import type { TopicMarks } from '../core/topic-marks.ts';
import { phraseFinder } from './find-phrases.ts';

/** The two highlights; the style sheet names them as well (`lib/platform/page-marks.ts`). */
const MAIN = 'sidelight-main-topic';
const OTHER = 'sidelight-topic';
/** A page of thousands of names is marked this far: what is beyond is below what anybody reads. */
const MAX_MARKS = 2000;
const MAX_CHARS = 300_000;
/** Characters looked through at once: a paragraph has fewer. */
const MAX_RUN = 4000;
/** Nodes walked at once where there is no text to look through. */
const MAX_STEPS = 200;

/** Elements within a line: text on both sides of their edges is one text. */
const INLINE = new Set('a abbr b bdi bdo cite code em font i mark q small span strong sub sup time u wbr'.split(' '));
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
 * is not marked. Answers how many places were marked. `isWanted`: false once other marks, or none, were asked for.
 */
export async function markPage(document: Document, marks: TopicMarks, thread: MarkingThread, isWanted = () => true): Promise<number> {
  unmarkPage();
  const find = phraseFinder([...marks.main, ...marks.other]);
  if (find === null) return 0;
  const found = [new Highlight(), new Highlight()] as const;
  // Where two topics share a place, the main one's colour is seen.
  found[0].priority = 1;
  let total = 0;
  await thread.nextSlice();
  for (const run of textRuns(document.querySelector('main, [role="main"]') ?? document.body)) {
    if (total >= MAX_MARKS) break;
    for (const { phrase, start, end } of find(run.text)) {
      if (total++ < MAX_MARKS) found[phrase < marks.main.length ? 0 : 1].add(rangeIn(run, start, end));
    }
    if (thread.spent()) await thread.nextSlice();
  }
  if (!isWanted()) return 0;
  CSS.highlights.set(MAIN, found[0]);
  CSS.highlights.set(OTHER, found[1]);
  return Math.min(total, MAX_MARKS);
}

/** Takes all marks away. */
export function unmarkPage(): void {
  CSS.highlights.delete(MAIN);
  CSS.highlights.delete(OTHER);
}

interface TextRun {
  text: string;
  /** `from`: where the node begins in the text; before its start for the later pieces of a long one. */
  nodes: { node: Text; from: number }[];
}

/** Texts of a page, those of one paragraph joined over the links and emphases in it, in pieces; an empty one where nothing but elements was met for long. */
function* textRuns(root: Element): Generator<TextRun> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === 1 && (node as Element).matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let run: TextRun = { text: '', nodes: [] };
  let chars = 0;
  for (let steps = 1; chars < MAX_CHARS && walker.nextNode() !== null; steps++) {
    const node = walker.currentNode;
    if (node.nodeType !== 3) {
      if (run.text === '' ? steps % MAX_STEPS === 0 : !INLINE.has((node as Element).localName)) {
        yield run;
        run = { text: '', nodes: [] };
      }
      continue;
    }
    const { data } = node as Text;
    for (let at = 0; at < data.length; at += MAX_RUN) {
      if (run.text.length + data.length - at > MAX_RUN && run.text !== '') {
        yield run;
        run = { text: '', nodes: [] };
      }
      run.nodes.push({ node: node as Text, from: run.text.length - at });
      run.text += data.slice(at, at + MAX_RUN);
    }
    chars += data.length;
  }
  yield run;
}

function rangeIn({ nodes }: TextRun, start: number, end: number): StaticRange {
  // What is found lies in the text of the nodes.
  const first = nodes.findLast(({ from }) => from <= start)!;
  const last = nodes.findLast(({ from }) => from < end)!;
  // A range that follows every change of the page would cost the page.
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.from,
    endContainer: last.node,
    endOffset: end - last.from,
  });
}
