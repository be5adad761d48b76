import { expect, test } from 'vitest';
import { catalogues, localeOf } from './locale';

test('reads the language from the path alone', () => {
  expect(localeOf('/')).toBe('en');
  expect(localeOf('/de')).toBe('de');
  expect(localeOf('/de/ressourcen')).toBe('de');
  expect(localeOf('/development')).toBe('en');
});

test('leaves no text empty in any language', () => {
  for (const catalogue of Object.values(catalogues)) {
    const texts = Object.values(catalogue).filter((text) => typeof text === 'string');
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  }
});
