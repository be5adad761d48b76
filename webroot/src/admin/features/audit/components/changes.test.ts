import { expect, test } from 'vitest';
import { changesOf } from './changes';

test('names each field that is different, and counts the others', () => {
  const before = { name: 'Ada', zone: 'UTC', roles: ['editor'] };
  const after = { name: 'Ada L.', zone: 'UTC', roles: ['editor', 'admin'], language: 'de' };
  expect(changesOf(before, after)).toEqual({
    changes: [
      { path: 'name', kind: 'changed', before: 'Ada', after: 'Ada L.' },
      { path: 'roles.1', kind: 'added', before: null, after: 'admin' },
      { path: 'language', kind: 'added', before: null, after: 'de' },
    ],
    unchanged: 2,
  });
});

test('takes a value that came or went as a whole', () => {
  expect(changesOf(undefined, 5).changes).toEqual([
    { path: '', kind: 'added', before: null, after: '5' },
  ]);
  expect(changesOf({ a: { b: true } }, null).changes).toEqual([
    { path: 'a.b', kind: 'removed', before: 'true', after: null },
  ]);
});

test('compares values that are no objects', () => {
  expect(changesOf(20, 30).changes).toEqual([
    { path: '', kind: 'changed', before: '20', after: '30' },
  ]);
  expect(changesOf(null, undefined)).toEqual({ changes: [], unchanged: 0 });
});

test('tells an emptied list from one that is gone, and null from nothing', () => {
  expect(changesOf({ a: [1] }, { a: [] }).changes).toEqual([
    { path: 'a.0', kind: 'removed', before: '1', after: null },
    { path: 'a', kind: 'added', before: null, after: '[]' },
  ]);
  expect(changesOf({ a: null }, { a: 1 }).changes).toEqual([
    { path: 'a', kind: 'changed', before: 'null', after: '1' },
  ]);
});
