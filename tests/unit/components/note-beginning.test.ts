import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noteBeginning } from '../../../components/library/note-beginning.ts';

it('shows the words of a note, not its marks', () => {
  const text =
    '## To check\n\n- [x] who counted **$10.3 bn**\n- [ ] the [lathe](https://example.com/) in `it`\n\n> denies, 2 * 3 * 4 stays';
  expect(noteBeginning(text)).toBe('To check who counted $10.3 bn the lathe in it denies, 2 * 3 * 4 stays');
  expect(noteBeginning('x'.repeat(9_000))).toHaveLength(160);
});

it('ends at once on any text', () => {
  fc.assert(fc.property(fc.stringMatching(/^[[\]()*_`~# >-]{0,700}$/u), (text) => noteBeginning(text).length <= 160));
});
