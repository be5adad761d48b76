import { expect, test } from 'vitest';
import { newAttempt } from './attempt';

test('the same intention keeps its name until it is done', () => {
  const attempt = newAttempt();
  const first = attempt.keyFor({ name: 'a' });

  expect(attempt.keyFor({ name: 'a' })).toBe(first);
  expect(attempt.keyFor({ name: 'b' })).not.toBe(first);
  attempt.done();
  expect(attempt.keyFor({ name: 'b' })).not.toBe(first);
});
