import { expect, test } from 'vitest';
import { pairs } from './details';

const spoken = {
  number: (value: number) => `#${value}`,
  bytes: (value: number) => `${value} B`,
};

test('writes what a probe found, also when it is nested', () => {
  expect(pairs({ usedPercent: 61, freeBytes: 9, folder: '/data', ok: true }, spoken)).toEqual([
    ['usedPercent', '#61'],
    ['freeBytes', '9 B'],
    ['folder', '/data'],
    ['ok', 'true'],
  ]);
  expect(pairs({ one: { lag: 2, up: null }, list: ['a', 3] }, spoken)).toEqual([
    ['one', 'lag #2, up null'],
    ['list', 'a, #3'],
  ]);
});
