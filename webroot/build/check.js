import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

/** Two halves, one for each core; the first makes a lot that it soon forgets. */
const halves = [
  [['node', '--max-semi-space-size=256', 'node_modules/.bin/eslint', '.', '--max-warnings', '0']],
  [
    ['prettier', '--check', '.'],
    ['vitest', 'run'],
  ],
];

async function inTurn(commands) {
  for (const [program, ...options] of commands) {
    const [code] = await once(spawn(program, options, { stdio: 'inherit' }), 'exit');
    if (code !== 0) process.exitCode = 1;
  }
}

await Promise.all(halves.map(inTurn));
