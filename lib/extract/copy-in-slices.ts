import { COPY_LIMITS, type CopyLimits, copySteps, PageMoved } from './copy-page.ts';
import type { PageCopy } from './page-parts.ts';

/** The page's thread as the copier sees it. */
export interface PageThread {
  address(): string;
  /** Is the slice used up? */
  spent(): boolean;
  /** Resolves in a later slice. */
  nextSlice(): Promise<void>;
}

/** Characters of text that a page may change while it is copied: a clock, a counter. More is another text. */
const SMALL_CHANGE = 200;
/** A page that changes each time is copied in one go: it costs that page one long slice, and never mixes two texts. */
const MAX_ATTEMPTS = 4;

/**
 * Copies a live page in slices. The page is never altered; where it changes its text or its address between two slices, copying
 * begins again, so that a copy is of one moment's article.
 */
export async function copyInSlices(document: Document, thread: PageThread, limits: CopyLimits = COPY_LIMITS): Promise<PageCopy> {
  for (let attempt = 1; ; attempt++) {
    await thread.nextSlice();
    const address = thread.address();
    let changed = 0;
    const count = (records: MutationRecord[]): void => {
      for (const { type, target, addedNodes, removedNodes } of records) {
        if (changed > SMALL_CHANGE) return;
        if (type === 'characterData') changed += (target as CharacterData).length;
        else for (const nodes of [addedNodes, removedNodes]) for (const node of nodes) changed += textIn(node);
      }
    };
    const observer = new MutationObserver(count);
    const watch = (root: Node): void => observer.observe(root, { childList: true, characterData: true, subtree: true });
    try {
      watch(document);
      const parts: string[] = [];
      const steps = copySteps(document, parts, limits, (root) => watch(root as unknown as Node));
      let step = steps.next(false);
      while (!step.done) {
        // What runs for the first time is slow: a slice for each of the first steps alone.
        const pause = attempt < MAX_ATTEMPTS && (parts.length < 2 || thread.spent());
        if (pause) {
          await thread.nextSlice();
          count(observer.takeRecords());
          if (changed > SMALL_CHANGE || thread.address() !== address) throw new PageMoved();
        }
        step = steps.next(pause);
      }
      return { address, parts };
    } catch (error) {
      if (!(error instanceof PageMoved) || attempt >= MAX_ATTEMPTS) throw error;
    } finally {
      observer.disconnect();
    }
  }
}

/** Characters of text in a node, script and style aside; counts no further than what matters. */
function textIn(root: Node): number {
  if (root.nodeType === 3) return (root as Text).length;
  if (root.nodeType !== 1 || /^(?:script|style|iframe|svg|noscript|template)$/i.test(root.nodeName)) return 0;
  let chars = 0;
  for (let node = root.firstChild; node && chars <= SMALL_CHANGE; node = node.nextSibling) chars += textIn(node);
  return chars;
}
