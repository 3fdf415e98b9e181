import { describe, expect, it } from 'vitest';
import { textOfHtml, textOfPlain } from '../../../lib/feeds/plain-text.ts';
import { entryOf } from './documents.ts';

describe('textOfHtml', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['a<b>b</b>c', 'abc'],
    [' a\n  <i> b</i> ', 'a b'],
    ['<ul><li>x<li>y</ul>', 'x\n\ny'],
    ['<script>var a = "<p>no</p>"</script>yes<style>p{}</style>', 'yes'],
    ['<script src=x/>no</script>yes', 'yes'],
    ['<iframe src="x"/>rest', 'rest'],
    ['sa<!-- no -->fe<!-- > end', 'safe end'],
    ['AT&amp;T &lt;3 &nbsp; &eacute;&#8217;', 'AT&T <3 é’'],
    ['?a=1&copy=2', '?a=1&copy=2'],
    ['a < b and c > d', 'a < b and c > d'],
    ['&lt;p&gt;twice&lt;/p&gt;', 'twice'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;x', 'x'],
    ['&lt;s\u202ecript&gt;alert(1)&lt;/s\u202ecript&gt;x', 'x'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<a href="javascript:alert(1)">go</a>', 'go'],
    ['x\u202ey', 'xy'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

describe('textOfPlain', () => {
  it('leaves a text that speaks of tags, and reads one that uses them', () => {
    expect(textOfPlain('The <blink> tag & co')).toBe('The <blink> tag & co');
    expect(textOfPlain('A <b>bold</b> word')).toBe('A bold word');
    expect(textOfPlain('a<script>alert(1)')).toBe('a');
  });
});

describe('inline markup', () => {
  it('is read as shown', () => {
    const xhtml =
      '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a<br/>b <h:script xmlns:h="http://www.w3.org/1999/xhtml">no</h:script>&amp;lt;</div></summary>';
    expect(entryOf(xhtml).summary).toBe('a\nb &lt;');
  });
});
