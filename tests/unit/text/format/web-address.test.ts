import { expect, it } from 'vitest';
import { webAddress } from '../../../../lib/text/format/web-address.ts';

it('lets only web addresses become links', () => {
  expect(webAddress('https://news.example/a')).toBe('https://news.example/a');
  expect(webAddress('HTTP://news.example')).toBe('HTTP://news.example');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'chrome://settings', ' https://x.example', '//x.example', '']) {
    expect(webAddress(url)).toBe('about:blank');
  }
});
