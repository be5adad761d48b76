import { beforeEach, expect, test } from 'vitest';
import { chooseTheme, isDark, readTheme } from './theme';

beforeEach(() => {
  chooseTheme('system');
});

test('follows the system until one is chosen', () => {
  expect(readTheme()).toBe('system');
  expect(localStorage.getItem('theme')).toBeNull();
});

test('keeps a chosen theme for the next visit', () => {
  chooseTheme('dark');
  expect(readTheme()).toBe('dark');
  expect(isDark()).toBe(true);
  expect(localStorage.getItem('theme')).toBe('dark');
});

test('forgets the choice when the system is to decide again', () => {
  chooseTheme('light');
  chooseTheme('system');
  expect(readTheme()).toBe('system');
  expect(localStorage.getItem('theme')).toBeNull();
});
