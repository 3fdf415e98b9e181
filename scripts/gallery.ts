/**
 * Draws every state of every surface with sample data: `npm run gallery [-- [--keep] [part of a name]]`. Pictures to look at go to `screenshots/gallery` (not
 * committed). Small ones are compared with those in `docs/screens`, which somebody has looked at: what differs is listed, and `--keep` puts
 * it there once it was looked at too. The fonts of a machine decide how text runs: compare where they were kept.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from './browsers.mjs';
import { SHOTS, type Shot } from './gallery/shots.ts';

const OUT = resolve('screenshots/gallery');
const KEPT = resolve('docs/screens');
const BUILT = resolve('.cache/gallery');
/** Of WebP: text stays legible, 150 pictures stay below three megabytes. */
const QUALITY = 25;
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const { values, positionals } = parseArgs({ options: { keep: { type: 'boolean' } }, allowPositionals: true });
const wanted = SHOTS.filter(({ name }) => name.includes(positionals[0] ?? ''));
for (const folder of [OUT, KEPT]) mkdirSync(folder, { recursive: true });
await build({
  configFile: false,
  root: resolve('scripts/gallery'),
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: BUILT, emptyOutDir: true, modulePreload: false },
});
const { port, close } = await serve();
const executablePath = findBrowser('chromium');
if (executablePath === null) throw new Error('Chromium was not found.');
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const faults: string[] = [];
const changed: string[] = [];
for (const shot of wanted) {
  writeFileSync(join(OUT, `${shot.name}.png`), await draw(shot, 1.5, 'png'));
  const small = await draw(shot, 1, 'webp');
  const kept = join(KEPT, `${shot.name}.webp`);
  const before = existsSync(kept) ? readFileSync(kept) : null;
  if (before?.equals(small)) continue;
  const share = before === null ? 1 : await difference(browser, before, small);
  if (share === 0) continue;
  changed.push(`${shot.name}: ${before === null ? 'new' : `${(100 * share).toFixed(2)} % of its pixels`}`);
  if (values.keep) writeFileSync(kept, small);
}
await browser.close();
close();
if (positionals.length === 0) {
  const names = new Set(SHOTS.map(({ name }) => `${name}.webp`));
  for (const file of readdirSync(KEPT).filter((name) => !names.has(name))) {
    changed.push(`${file}: drawn no more`);
    if (values.keep) rmSync(join(KEPT, file));
  }
}
for (const fault of faults) console.error(fault);
for (const change of changed) console.log(change);
console.log(
  `${wanted.length} pictures in ${OUT}; ${faults.length} faults; ${changed.length} ${values.keep ? 'kept anew' : 'other than the reviewed ones'}`,
);
process.exitCode = faults.length === 0 && (values.keep || changed.length === 0) ? 0 : 1;

async function draw(shot: Shot, scale: number, type: 'png' | 'webp'): Promise<Uint8Array> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(`${shot.name}: ${String(error)}`));
  await page.setViewport({ width: shot.width ?? 400, height: shot.height ?? 600, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: shot.dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  if (shot.forced) await forceColours(page, shot.dark === true);
  await page.goto(`http://127.0.0.1:${port}/?scene=${shot.scene}${shot.rtl ? '&dir=rtl' : ''}#${shot.hash ?? ''}`);
  await page.waitForSelector('#app *');
  await new Promise((done) => setTimeout(done, 120));
  await shot.act?.(page);
  await new Promise((done) => setTimeout(done, 300));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (wide && type === 'png') faults.push(`${shot.name}: scrolls sideways`);
  const picture = await page.screenshot({ type, ...(type === 'webp' && { quality: QUALITY }) });
  await page.close();
  return picture;
}

async function forceColours(page: Page, dark: boolean): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    ],
  });
}

/** Share of pixels that differ by more than what compression does, 0..1; 1 where the sizes differ. */
async function difference(browser: Browser, before: Uint8Array, after: Uint8Array): Promise<number> {
  const page = await browser.newPage();
  const urls = [before, after].map((bytes) => `data:image/webp;base64,${Buffer.from(bytes).toString('base64')}`);
  const share = await page.evaluate(async (sources) => {
    const [a, b] = await Promise.all(
      sources.map(async (source) => {
        const image = await createImageBitmap(await (await fetch(source)).blob());
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      }),
    );
    if (a!.width !== b!.width || a!.height !== b!.height) return 1;
    let other = 0;
    for (let i = 0; i < a!.data.length; i += 4) {
      const apart = [0, 1, 2].some((channel) => Math.abs(a!.data[i + channel]! - b!.data[i + channel]!) > 48);
      if (apart) other += 1;
    }
    return other / (a!.data.length / 4);
  }, urls);
  await page.close();
  return share;
}

async function serve(): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const body = readFileSync(join(BUILT, path === '/' ? 'index.html' : path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, close: () => server.close() };
}
