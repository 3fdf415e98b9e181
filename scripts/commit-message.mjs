// Checks commit messages: `node scripts/commit-message.mjs FILE`, as a hook, or `… --range main..HEAD`. Node 20, no dependencies.
// As a hook, once a clone: printf '#!/bin/sh\nexec node scripts/commit-message.mjs "$1"\n' > .git/hooks/commit-msg && chmod +x .git/hooks/commit-msg
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TYPES = ['feat', 'fix', 'perf', 'refactor', 'test', 'docs', 'build', 'ci', 'chore', 'revert'];
const SUBJECT = new RegExp(`^(${TYPES.join('|')})(\\([a-z0-9-]+(,[a-z0-9-]+)*\\))?!?: \\S.*[^.]$`);

/** What is wrong with a message; an empty list when nothing is. */
export function faultsOf(message) {
  const [subject = '', second = '', ...body] = message
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .trim()
    .split('\n');
  if (/^(Merge|Revert|fixup!|squash!) /.test(subject)) return [];
  const faults = [];
  if (!SUBJECT.test(subject))
    faults.push(`The subject must read “type(scope): what it does”, without a full stop. Types: ${TYPES.join(', ')}.`);
  if (subject.length > 100) faults.push('The subject is longer than 100 characters.');
  if (/^\w+(\([^)]*\))?!?: [A-Z][a-z]+(ed|s) /.test(subject)) faults.push('Use the imperative: “add”, not “Added” or “Adds”.');
  if (second !== '') faults.push('A blank line goes between the subject and the body.');
  if (body.join('').trim() === '') faults.push('The body says why.');
  return faults;
}

const [first, range] = process.argv.slice(2);
if (first !== undefined) {
  let bad = 0;
  const messages = first === '--range' ? messagesIn(range ?? 'HEAD~1..HEAD') : [readFileSync(first, 'utf8')];
  for (const message of messages) {
    const faults = faultsOf(message);
    if (faults.length === 0) continue;
    bad += 1;
    console.error(`${message.split('\n')[0]}\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
  process.exitCode = bad === 0 ? 0 : 1;
}

function messagesIn(revisions) {
  const log = spawnSync('git', ['log', '--format=%B%x00', revisions], { encoding: 'utf8' });
  if (log.status !== 0) throw new Error(log.stderr.trim());
  return log.stdout
    .split('\0')
    .map((one) => one.trim())
    .filter(Boolean);
}
