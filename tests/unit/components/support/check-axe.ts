import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails on every axe finding in the document; happy-dom has no colours or boxes, which the browser tests check. */
export async function expectNoAxeFindings(): Promise<void> {
  document.title = 'Sidelight';
  const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}
