import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPages } from '../demo/server.ts';
import type { BrowserUnderTest } from '../tests/support/browser-under-test.ts';
import { eventually } from '../tests/support/eventually.ts';
import { readPopup, type ShownPage } from '../tests/support/pages/popup.ts';
import { PROJECT_ROOT } from '../tests/support/source-files.ts';

const PRINTED_ROWS = 6;

interface PageCheck {
  page: keyof typeof demoPages;
  /** Answers what is wrong, or an empty list. */
  faults(shown: ShownPage, badge: string): string[];
}

const CHECKS: PageCheck[] = [
  {
    page: 'first',
    faults: ({ topics, rows, reporters }) => [
      ...['Oreshnik', 'China–Russia'].filter((topic) => !topics.includes(topic)).map((topic) => `the topic ${topic} was not named`),
      ...(rows.length === 0 ? ['no related report was shown'] : []),
      ...rows.filter(({ reason }) => reason === '').map(({ headline }) => `no reason for “${headline}”`),
      ...(reporters.some(({ name, text }) => name.includes('Martin Fornusek') && text.includes('Lviv'))
        ? []
        : ['the reporter Martin Fornusek was not shown with his bio']),
    ],
  },
  { page: 'ukrainian', faults: ({ rows }) => (rows.length === 0 ? ['no related report was found from Ukrainian'] : []) },
  { page: 'chinese', faults: ({ rows }) => (rows.length === 0 ? ['no related report was found from Chinese'] : []) },
  { page: 'german', faults: ({ rows }) => (rows.length === 0 ? ['no related report was found from German'] : []) },
  {
    page: 'unmatched',
    faults: ({ rows }, badge) => (rows.length > 0 || badge !== '' ? ['reports were shown for a subject the index does not hold'] : []),
  },
];

/** Visits the demo, prints what was detected and shown, saves pictures; true when the main job happened. */
export async function runDemoCheck(browser: BrowserUnderTest, fresh: boolean): Promise<boolean> {
  const folder = join(PROJECT_ROOT, 'screenshots');
  await mkdir(folder, { recursive: true });
  const faults: string[] = [];
  for (const { page, faults: faultsOf } of CHECKS) {
    const tab = await browser.newTab(demoPages[page]);
    const expectBadge = !fresh && page !== 'unmatched';
    const before = expectBadge
      ? await eventually(`a badge on ${page}`, async () => {
          const button = await browser.toolbarButton(tab);
          return button.badge === '' ? null : button;
        }).catch(() => ({ badge: '', title: '' }))
      : await browser.toolbarButton(tab);
    const popup = await browser.openPopup(tab);
    const shown = await readPopup(popup);
    await writeFile(join(folder, `${browser.name}-${page}.png`), await popup.screenshot());
    const badge = fresh ? (await browser.toolbarButton(tab)).badge : before.badge;
    const found = faultsOf(shown, badge);
    if (expectBadge && badge !== String(shown.rows.length)) found.push(`the badge says “${badge}”, the popup ${shown.rows.length}`);
    if (fresh && before.badge !== '') found.push('a badge was shown before the first click');
    const pinned = page === 'first' && shown.rows.length > 0 ? await pinFirst(popup) : null;
    if (pinned === false) found.push('p did not pin the first report');
    print(page, demoPages[page], shown, badge, pinned);
    faults.push(...found.map((fault) => `${page}: ${fault}`));
    await popup.close();
    await tab.close();
  }
  console.log(
    faults.length === 0
      ? `The main job happened. Pictures: ${folder}`
      : `The main job did NOT happen:\n${faults.map((one) => `  ✗ ${one}`).join('\n')}`,
  );
  return faults.length === 0;
}

async function pinFirst(popup: Awaited<ReturnType<BrowserUnderTest['openPopup']>>): Promise<boolean> {
  await popup.press('p');
  return eventually('the first report is pinned', async () => (await readPopup(popup)).rows[0]?.pinned ?? false, 4_000).catch(() => false);
}

function print(page: string, url: string, shown: ShownPage, badge: string, pinned: boolean | null): void {
  console.log(`\n${page}  ${url}`);
  console.log(`  badge      ${badge === '' ? '(none)' : badge}`);
  console.log(`  topics     ${shown.topics.join(' · ') || '(none)'}`);
  for (const row of shown.rows.slice(0, PRINTED_ROWS))
    console.log(`  report     [${row.group.replace(/ \d+$/, '')}] ${row.headline}\n             ${row.reason}`);
  if (shown.rows.length > PRINTED_ROWS) console.log(`             … and ${shown.rows.length - PRINTED_ROWS} more`);
  if (shown.rows.length === 0) console.log(`  says       ${[shown.title, ...shown.headings].join(' — ')}`);
  for (const reporter of shown.reporters) console.log(`  reporter   ${reporter.name}: ${reporter.text.slice(0, 140)}…`);
  if (pinned !== null) console.log(`  pin        ${pinned ? 'pinned with the key p' : 'FAILED'}`);
}
