import { describe, expect, it } from 'vitest';
import { minHashSignature, signatureContainment, signatureSimilarity } from '../../../lib/text/shingles.ts';

const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');

describe('minHashSignature', () => {
  it('is empty for a text too short to tell', () => {
    expect(minHashSignature(words(0, 24))).toHaveLength(0);
    expect(minHashSignature(words(0, 25))).toHaveLength(129);
    expect(signatureContainment(minHashSignature('short'), minHashSignature(words(0, 300)))).toBe(0);
  });

  it('is equal for equal words, however they are set', () => {
    const text = words(0, 200);
    expect(minHashSignature(text.toUpperCase().replaceAll(' ', '\n'))).toEqual(minHashSignature(text));
    expect(signatureSimilarity(minHashSignature(text), minHashSignature(text))).toBe(1);
  });

  it.each([
    [0, 300, 1],
    [0, 150, 1],
    [150, 450, 0.5],
    [400, 700, 0],
  ])('estimates how much of the smaller text the larger holds: %i–%i', (from, to, expected) => {
    const estimate = signatureContainment(minHashSignature(words(0, 300)), minHashSignature(words(from, to)));
    expect(Math.abs(estimate - expected)).toBeLessThan(0.2);
  });
});
