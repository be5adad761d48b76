import { expect, test } from 'vitest';
import { backoff } from './backoff';

test('waits longer each time, a minute at most, and begins anew after success', () => {
  const pause = backoff(() => 1);
  const waits = Array.from({ length: 8 }, () => pause.next());

  expect(waits.slice(0, 3)).toEqual([1000, 2000, 4000]);
  expect(Math.max(...waits)).toBe(60_000);
  pause.reset();
  expect(pause.next()).toBe(1000);
});

test('never lets everybody return at the same moment', () => {
  expect(backoff(() => 0).next()).toBe(500);
  expect(backoff(() => 0.5).next()).toBe(750);
});
