import { readdirSync, readFileSync } from 'node:fs';

/** What all processes of the browser with the extension of a folder have used: `bytes` is their proportional share of memory (PSS), `cpuSeconds` their processor time. Linux only. */
export function browserUse(folder: string): { bytes: number; cpuSeconds: number } {
  let bytes = 0;
  let ticks = 0;
  for (const pid of processesOf(folder)) {
    try {
      bytes += 1024 * Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      // After the name in brackets: state, parent, …; user and system time are the 12th and 13th from there.
      const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      ticks += Number(user) + Number(system);
    } catch {
      // A process that ended meanwhile.
    }
  }
  return { bytes, cpuSeconds: ticks / 100 };
}

/** The process that was started with the extension, and all that it started. */
function processesOf(folder: string): Set<number> {
  const parents = new Map<number, number>();
  const found = new Set<number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      parents.set(Number(name), Number(parent));
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`--load-extension=${folder}`)) found.add(Number(name));
    } catch {
      // A process that ended meanwhile.
    }
  }
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return found;
}
