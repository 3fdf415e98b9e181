// What `npm ci` leaves behind besides packages: all that `npm run build` takes in. Node 20, no dependencies.
import { runNode, runtime } from './setup.mjs';

/** The project's scripts that make it, in order. */
const STEPS = [['node_modules/wxt/bin/wxt.mjs', 'prepare'], ['scripts/build-data.ts'], ['scripts/build-packs.ts']];

try {
  runtime();
  for (const step of STEPS) {
    process.exitCode = await runNode(step);
    if (process.exitCode !== 0) break;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
