// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { marked } from 'marked';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Markdown } from '../../../components/Markdown.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const shown = (text: string): HTMLElement => render(<Markdown text={text} />).container.querySelector('.markdown')!;

describe('Markdown', () => {
  it('becomes elements', () => {
    expect(shown('> A *word*').querySelector('blockquote em')?.textContent).toBe('word');
  });

  it.each([
    ['quotes in each other', `Words\n${'> '.repeat(5000)}x`],
    ['lists in each other', `${'- 1) '.repeat(2500)}x`],
    ['longer than a note is', 'http://a.b/('.repeat(16_000)],
  ])('is shown as it was typed where it is %s', (_what, text) => {
    const preview = shown(text);
    expect(preview.textContent).toBe(text);
    expect(preview.querySelectorAll('*')).toHaveLength(1);
  });

  it('is shown as it was typed where the parser gives up', () => {
    vi.spyOn(marked, 'lexer').mockImplementation(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    expect(shown('A *word*').textContent).toBe('A *word*');
  });
});
