import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import process from 'node:process';

/** Beside other tests: what is not held to times lets them go first. */
const beside = process.argv.includes('beside');

/** Two halves, one for each core; the first makes a lot that it soon forgets. */
const halves = [
  [['node', '--max-semi-space-size=256', 'node_modules/.bin/eslint', '.', '--max-warnings', '0']],
  [
    ['vitest', 'run'],
    ['prettier', '--check', '.'],
  ],
];

async function inTurn(commands) {
  for (const [program, ...options] of commands) {
    const child = spawn(program, options, { stdio: 'inherit' });
    if (beside && program !== 'vitest') setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const [code] = await once(child, 'exit');
    if (code !== 0) process.exitCode = 1;
  }
}

await Promise.all(halves.map(inTurn));
