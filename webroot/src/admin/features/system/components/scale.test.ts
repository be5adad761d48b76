import { expect, test } from 'vitest';
import { roundTop } from './scale';

test('ends an axis at a round number above the highest value', () => {
  expect(roundTop([0.3, 7, 4], 1)).toBe(10);
  expect(roundTop([19.2], 1)).toBe(20);
  expect(roundTop([21], 1)).toBe(25);
  expect(roundTop([430], 1)).toBe(500);
  expect(roundTop([0.013], 0.001)).toBe(0.02);
});

test('keeps a value that is round already', () => {
  expect(roundTop([100], 1)).toBe(100);
  expect(roundTop([0.2], 0.1)).toBe(0.2);
});

test('draws an axis also where nothing happened', () => {
  expect(roundTop([], 1)).toBe(1);
  expect(roundTop([0, 0], 5)).toBe(5);
  expect(roundTop([Number.NaN], 1)).toBe(1);
});
