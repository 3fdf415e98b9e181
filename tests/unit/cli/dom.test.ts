import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../lib/cli/charset.ts';
import { parsePage } from '../../../lib/cli/dom.ts';
import { copyPage } from '../../../lib/extract/copy-page.ts';
import { snapshotOf } from '../../../lib/extract/extract.ts';
import { PageElement, type PageNode, PageText } from '../../../lib/extract/page-tree.ts';

/** The tree as markup, without attributes. */
function markup(node: PageNode | null): string {
  if (node instanceof PageText) return node.data;
  const inside = node?.childNodes.map(markup).join('') ?? '';
  return node instanceof PageElement && node.localName !== 'body' ? `<${node.localName}>${inside}</${node.localName}>` : inside;
}

describe('parsePage', () => {
  it('runs no script and loads nothing', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    const at = `http://127.0.0.1:${port}`;
    const ran = globalThis as { sidelightRan?: boolean };
    const document =
      parsePage(`<!doctype html><head><base href="${at}/"><link rel="stylesheet" href="${at}/a.css"><link rel="preload" href="${at}/b"><style>@import url(${at}/c.css)</style>
<script>globalThis.sidelightRan = true</script><script src="${at}/d.js"></script><meta http-equiv="refresh" content="0;url=${at}/e"></head>
<body onload="globalThis.sidelightRan = true"><img src="${at}/f.png" onerror="globalThis.sidelightRan = true"><iframe src="${at}/g"></iframe><object data="${at}/h"></object><video src="${at}/i" autoplay></video>
<h1>A page that would like to load many things</h1></body>`);
    snapshotOf({ address: at, parts: copyPage(document) });
    await new Promise((done) => setTimeout(done, 100));
    server.close();
    expect(requests).toBe(0);
    expect(ran.sidelightRan).toBeUndefined();
  });

  it('builds the tree the standard asks for', () => {
    const document = parsePage('<table><tr><td>a<p>b</table>c<b><p>d</b>e');
    expect(markup(document.body)).toBe('<table><tbody><tr><td>a<p>b</p></td></tr></tbody></table>c<b></b><p><b>d</b>e</p>');
    expect(parsePage('x<div>y').querySelector('div')?.textContent).toBe('y');
  });

  it('lives through endless nesting', () => {
    const document = parsePage(`${'<div>'.repeat(50_000)}end`);
    expect(document.body?.textContent).toBe('end');
  });
});

describe('decodePage', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  it('believes the mark, the label, the bytes, the declaration, in this order', () => {
    expect(decodePage(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'windows-1251')).toBe('a');
    expect(decodePage(bytes('\xcc\xe8\xf0'), 'windows-1251')).toBe('Мир');
    expect(decodePage(Buffer.from('<meta charset="gbk">größer'))).toContain('größer');
    expect(decodePage(bytes('<meta charset="windows-1251">\xcc\xe8\xf0'))).toContain('Мир');
    expect(decodePage(bytes('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xed\xc9\xd2'))).toContain('Мир');
    expect(decodePage(bytes('gr\xf6\xdfer'))).toBe('größer');
    expect(decodePage(bytes('\xcc'), 'no-such-label')).toBe('Ì');
  });
});
