import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { parametersOf, queryOf, turned, useListState } from './list-state';

const names = ['state', 'role'] as const;

function shown(address: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
  );
  return renderHook(() => useListState(names, 'name'), { wrapper }).result;
}

test('reads what is shown from the address, and only what the list knows', () => {
  const list = shown('/people?q=ann&state=active&colour=red&sort=-email').current;

  expect(list).toMatchObject({ q: 'ann', sort: '-email', filters: { state: 'active' } });
  expect(list.filters).not.toHaveProperty('colour');
});

test('goes on and back by cursor', () => {
  const list = shown('/people');
  act(() => {
    list.current.next('c2');
  });
  act(() => {
    list.current.next('c3');
  });
  expect(list.current).toMatchObject({ cursor: 'c3', page: 3 });

  act(() => {
    list.current.back();
  });
  expect(list.current).toMatchObject({ cursor: 'c2', page: 2 });
});

test('begins at the first page when something else is asked for', () => {
  const list = shown('/people');
  act(() => {
    list.current.next('c2');
  });
  act(() => {
    list.current.filter('state', 'invited');
  });

  expect(list.current).toMatchObject({ page: 1, filters: { state: 'invited' } });
  expect(list.current.cursor).toBeUndefined();
});

test('keeps the address short: what is usual is left out', () => {
  const query = { q: '', sort: 'name', filters: { state: '' } };

  expect(parametersOf(query, 'name').toString()).toBe('');
  expect(queryOf(new URLSearchParams(), names, 'name')).toEqual({
    q: '',
    sort: 'name',
    filters: {},
  });
});

test('turns the order with each click', () => {
  expect(turned('', 'name')).toBe('name');
  expect(turned('name', 'name')).toBe('-name');
  expect(turned('-name', 'name')).toBe('name');
});
