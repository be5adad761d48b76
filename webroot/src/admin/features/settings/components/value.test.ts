import { expect, test } from 'vitest';
import { kindOf, sameValue, sendable, written } from './value';

test('tells from the default how a setting is edited', () => {
  expect([false, 5, 'one', 'one\ntwo', { en: 'one' }].map(kindOf)).toEqual([
    'flag',
    'number',
    'text',
    'lines',
    'localized',
  ]);
});

test('takes a missing translation for an empty one', () => {
  expect(sameValue({ en: 'a' }, { en: 'a', de: '' })).toBe(true);
  expect(sameValue({ en: 'a' }, { en: 'a', de: 'b' })).toBe(false);
  expect(sameValue(1, 1)).toBe(true);
  expect(sameValue(1, '1')).toBe(false);
});

test('sends no empty translation and no space around words', () => {
  expect(sendable({ en: ' a ', de: ' ' })).toEqual({ en: 'a' });
  expect(sendable({ en: 'a', de: 'b ' })).toEqual({ en: 'a', de: 'b' });
  expect(sendable(' a ')).toBe('a');
  expect(sendable(0)).toBe(0);
});

test('writes every kind of value in words', () => {
  const spoken = { on: 'on', off: 'off', number: (value: number) => `#${value}` };
  expect(written(true, spoken)).toBe('on');
  expect(written(7, spoken)).toBe('#7');
  expect(written('a\nb', spoken)).toBe('a, b');
  expect(written({ en: 'a', de: 'b' }, spoken)).toBe('a · b');
});
