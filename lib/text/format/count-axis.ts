/** Marks of an axis of counts: whole numbers, equal steps, the last not below the highest count. At most five beside 0. */
export function countAxis(highest: number): number[] {
  const most = Math.max(1, Math.ceil(highest));
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) {
      if (most <= 4 * step) return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
    }
  }
}

/**
 * Which of the marks along an axis are written: those where the text changes, but none so near to the one before that both would run into each other.
 * `least`: places between two.
 */
export function spacedMarks(texts: string[], least: number): { at: number; text: string }[] {
  const marks: { at: number; text: string }[] = [];
  texts.forEach((text, at) => {
    const last = marks.at(-1);
    if (last === undefined || (text !== texts[at - 1] && at - last.at >= least)) marks.push({ at, text });
  });
  return marks;
}
