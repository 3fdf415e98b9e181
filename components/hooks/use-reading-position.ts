import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReadingPosition } from '../../lib/core/library.ts';

/** A place is kept once the reader rests there. */
const REST_MS = 500;

/**
 * Scrolls a text to where the reader stopped and keeps where they are: by paragraph, so that the window's width does not matter. Paragraphs are found by
 * `data-paragraph`. `kept` undefined: not known yet. True where the text was begun before.
 */
export function useReadingPosition(
  text: RefObject<HTMLElement | null>,
  kept: Pick<ReadingPosition, 'paragraph' | 'share'> | null | undefined,
  keep: (paragraph: number, share: number) => Promise<unknown>,
): boolean {
  const latest = useRef(keep);
  latest.current = keep;
  const [goesOn, setGoesOn] = useState(false);
  const isKnown = kept !== undefined;

  useLayoutEffect(() => {
    const paragraph = kept === undefined || kept === null ? undefined : paragraphsOf(text.current)[kept.paragraph];
    // The very beginning is no place to go back to.
    if (paragraph === undefined || kept!.paragraph + kept!.share === 0) return;
    const { top, height } = paragraph.getBoundingClientRect();
    window.scrollTo(0, window.scrollY + top + height * kept!.share);
    setGoesOn(true);
  }, [isKnown]);

  useEffect(() => {
    if (!isKnown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let moved = false;
    const flush = (): void => {
      clearTimeout(timer);
      if (!moved) return;
      moved = false;
      const place = placeIn(text.current);
      if (place !== null) void latest.current(place.paragraph, place.share);
    };
    const onScroll = (): void => {
      moved = true;
      clearTimeout(timer);
      timer = setTimeout(flush, REST_MS);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      flush();
      window.removeEventListener('scroll', onScroll);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
    };
  }, [isKnown, text]);
  return goesOn;
}

function paragraphsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-paragraph]') ?? [])];
}

/** The paragraph at the top of the window, and the share of it that is above; null where there is no text. */
function placeIn(root: HTMLElement | null): { paragraph: number; share: number } | null {
  const paragraphs = paragraphsOf(root);
  for (const [paragraph, element] of paragraphs.entries()) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (bottom > 0) return { paragraph, share: height === 0 ? 0 : Math.min(1, Math.max(0, -top / height)) };
  }
  return paragraphs.length === 0 ? null : { paragraph: paragraphs.length - 1, share: 1 };
}
