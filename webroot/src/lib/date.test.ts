import { expect, test } from 'vitest';
import { formatDate } from './date';
import { catalogues } from './locale';

test('writes a day as each language does, whatever zone the machine is in', () => {
  expect(formatDate(catalogues.en, '2026-03-02T23:59:00Z')).toBe('2 March 2026');
  expect(formatDate(catalogues.de, '2026-03-02T00:00:00Z')).toBe('2. März 2026');
});
