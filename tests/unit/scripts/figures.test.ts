import { describe, expect, it } from 'vitest';
import { SECTIONS, withSection } from '../../../scripts/figures.mjs';

describe('withSection', () => {
  it('replaces one section and keeps the others, in their order', () => {
    const [first, second] = [SECTIONS[0]!, SECTIONS[1]!];
    const one = withSection('', second.name, '| a |', 'yesterday');
    const two = withSection(one, first.name, '### Table\n\n| b |', 'today');
    const three = withSection(two, second.name, '| c |', 'now');
    expect(three.indexOf(first.title)).toBeLessThan(three.indexOf(second.title));
    expect(three).toContain('today\n\n### Table\n\n| b |');
    expect(three).toContain('now\n\n| c |');
    expect(three).not.toContain('yesterday');
    expect(withSection(three, second.name, '| c |', 'now')).toBe(three);
  });
});
