// `npm start [-- --browser firefox] [-- --check] [-- --fresh]`: from a bare clone to a browser with Sidelight and its demo.
import { buildExtension, runNode, setUp } from './setup.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--browser');
const browser = at < 0 ? 'chromium' : args[at + 1];

if (args.includes('--help')) {
  console.log(`npm start                          a browser with Sidelight and the demo
npm start -- --browser firefox     the same in Firefox
npm start -- --fresh               exactly as installed: no site chosen, no sample reports
npm start -- --check               headless: prints what was detected and shown, exit 1 when the main job did not happen`);
} else if (browser !== 'chromium' && browser !== 'firefox') {
  console.error(`Unknown browser “${browser}”: say --browser chromium or --browser firefox.`);
  process.exitCode = 2;
} else {
  try {
    setUp({ browsers: [browser] });
    buildExtension(browser);
    process.exitCode = await runNode(
      ['scripts/demo-browser.ts', browser, ...args.filter((one) => one === '--check' || one === '--fresh')],
      {
        env: { SIDELIGHT_OUT_DIR: '' },
      },
    );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
