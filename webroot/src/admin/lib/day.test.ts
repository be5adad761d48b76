import { expect, test } from 'vitest';
import { startOfDay } from './day';

test('a day begins where it is looked at', () => {
  expect(startOfDay('2026-03-02')).toBe(new Date(2026, 2, 2).toISOString());
});

test.each(['', 'x', '2026-02-30', '2026-13-01', '0026-01-01', '2026-3-2', '2026-03-02T00:00:00Z'])(
  '%j is no day',
  (text) => {
    expect(startOfDay(text)).toBeUndefined();
  },
);
