import { expect, test } from 'vitest';
import { proveAgain, proveWith } from './proof';

test('waits for nobody once the dialog is gone, and asks the next one', async () => {
  const stop = proveWith(() => new Promise(() => undefined));
  const asked = [proveAgain(), proveAgain()];
  stop();
  expect(await Promise.all(asked)).toEqual([false, false]);

  const stopNext = proveWith(() => Promise.resolve(true));
  expect(await proveAgain()).toBe(true);
  stopNext();
  expect(await proveAgain()).toBe(false);
});
