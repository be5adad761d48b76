import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useDrafts } from './use-drafts';

const sent = { value: 'sent', version: 1 };

function typed(value: string) {
  const drafts = renderHook(useDrafts).result;
  act(() => {
    drafts.current.put('brand.name', { value, version: 1 });
  });
  return drafts;
}

test('what was saved is no draft any more', () => {
  const drafts = typed('sent');
  act(() => {
    drafts.current.saved('brand.name', sent, 2);
  });
  expect(drafts.current.keys).toEqual([]);
});

test('what was typed while it was saved stays, over the version saved', () => {
  const drafts = typed('sent and more');
  act(() => {
    drafts.current.saved('brand.name', sent, 2);
  });
  expect(drafts.current.of('brand.name')).toEqual({ value: 'sent and more', version: 2 });
});
