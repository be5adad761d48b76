import { expect, test } from 'vitest';
import { addressOf, isPagePath } from './paths';

test('names a page as the API does', () => {
  expect(addressOf('/')).toBe('~');
  expect(addressOf('/de')).toBe('~');
  expect(addressOf('/services/data-platforms')).toBe('services~data-platforms');
  expect(addressOf('/de/leistungen')).toBe('leistungen');
  expect(addressOf('/development')).toBe('development');
});

test('tells pages from files, feeds and the API', () => {
  expect(['/', '/de/kontakt', '/artists', '/administration'].filter(isPagePath)).toHaveLength(4);
  expect(
    ['/api/v1/site', '/admin/people', '/docs', '/art/x.svg', '/sitemap.xml', '/docs/'].filter(
      isPagePath,
    ),
  ).toEqual([]);
});
