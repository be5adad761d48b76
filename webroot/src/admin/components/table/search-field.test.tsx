import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';
import { Filters } from './filters';
import { useListState } from './list-state';

function Example() {
  return <Filters list={useListState([])} searchLabel="Search people" choices={[]} />;
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search people' });

function type(value: string) {
  fireEvent.change(field(), { target: { value } });
}

function pause() {
  return act(() => vi.advanceTimersByTimeAsync(400));
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('searches while somebody types on in the same field', async () => {
  const { router } = onScreen(<Example />);
  field().focus();

  type('an');
  await pause();
  expect(router.state.location.search).toBe('?q=an');
  expect(document.activeElement).toBe(field());

  type('anna ');
  await pause();
  expect(router.state.location.search).toBe('?q=anna');
  expect(field().value).toBe('anna ');
});

test('shows what the address asks for, and forgets what was still typed then', async () => {
  const { router } = onScreen(<Example />);
  type('an');
  await pause();

  type('anna');
  fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  await pause();

  expect(router.state.location.search).toBe('');
  expect(field().value).toBe('');

  await act(() => router.navigate('/?q=an'));
  expect(field().value).toBe('an');
});
