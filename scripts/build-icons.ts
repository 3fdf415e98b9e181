/**
 * Draws the mark (a disc, half in shadow, half lit) as `public/icon/{16,32,48,128}.png` and `public/icon/mark.svg`.
 * Run by hand after a change of the drawing: `npx node scripts/build-icons.ts`. The pictures are committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const SIZES = [16, 32, 48, 128];

/**
 * The rim on the dark half keeps it visible on dark toolbars; the lit half is dark enough for white ones. `rim` and `margin`
 * are in 128ths, so that small sizes get at least a whole pixel of each.
 */
function drawMark(rim: number, margin: number): string {
  const radius = 64 - margin;
  const top = 64 - radius;
  const bottom = 64 + radius;
  const inner = radius - rim;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
  <title>Sidelight</title>
  <path fill="#a59c8c" d="M64 ${top}a${radius} ${radius} 0 0 0 0 ${radius * 2}Z"/>
  <path fill="#211f1b" d="M64 ${top + rim}a${inner} ${inner} 0 0 0 0 ${inner * 2}Z"/>
  <path fill="#e8912a" d="M64 ${top}a${radius} ${radius} 0 0 1 0 ${bottom - top}Z"/>
</svg>
`;
}

const out = resolve('public/icon');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'mark.svg'), drawMark(5, 6));

const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of SIZES) {
  const pixel = 128 / size;
  const svg = drawMark(Math.max(pixel, 5), size <= 32 ? 0 : 6);
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(out, `${size}.png`) as `${string}.png`, omitBackground: true });
}
await browser.close();
console.log(`icons of ${SIZES.join(', ')} px in ${out}`);
