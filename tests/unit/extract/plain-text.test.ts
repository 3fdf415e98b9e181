import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../lib/extract/plain-text.ts';
import { zonedText } from '../../../lib/extract/zones.ts';
import { fixture } from './page.ts';

describe('readPlainText', () => {
  it('tells the parts of a report by their shape', () => {
    const snapshot = readPlainText(fixture('report.txt'));
    expect(snapshot.isArticle).toBe(true);
    expect(snapshot.headline).toBe('Islanders vote to keep their wind cooperative');
    expect(snapshot.section).toBe('Energy');
    expect(snapshot.paragraphs).toHaveLength(4);
    expect(snapshot.captions).toEqual([expect.stringMatching(/^Turbines/)]);
    expect(snapshot.authors).toEqual([
      {
        name: 'Femke Dykstra',
        url: null,
        jobTitle: 'Correspondent',
        bio: expect.stringMatching(/^Femke Dykstra is .* write\.$/),
        sameAs: [],
      },
    ]);
    expect(snapshot.also).toEqual([{ headline: null, text: expect.stringMatching(/^The ferry/), datePublished: null }]);
    expect(snapshot.language).toBe('en');
    expect(snapshot.url).toBeNull();
  });

  it('keeps the zones apart', () => {
    const { parts } = zonedText(readPlainText(fixture('report.txt')));
    expect(parts.map(({ zone }) => zone)).toEqual(['title', 'lead', 'body', 'body', 'body', 'caption']);
    expect(parts[1]?.text).toMatch(/^The members/);
  });

  it('takes bare prose as text without a headline it does not have', () => {
    const snapshot = readPlainText('Just one line.');
    expect(snapshot.isArticle).toBe(false);
    expect(readPlainText('')).toMatchObject({ headline: null, paragraphs: [], isArticle: false });
  });

  it('never throws and keeps only web addresses', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('News Feed', 'Avatar', '2 min read', 'By Jane Doe', 'Reporter')), { maxLength: 30 }),
        fc.string(),
        (lines, url) => {
          const snapshot = readPlainText(lines.join('\n'), url);
          if (snapshot.url) expect(snapshot.url).toMatch(/^https?:/);
        },
      ),
    );
  });
});
