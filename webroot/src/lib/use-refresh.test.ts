import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRefresh } from './use-refresh';

const task = vi.fn(() => Promise.resolve());

function turnPage(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

const pass = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

beforeEach(() => {
  vi.useFakeTimers();
  task.mockClear();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('runs at once and then at every interval', async () => {
  renderHook(() => useRefresh(task, 1000));
  expect(task).toHaveBeenCalledTimes(1);
  await pass(2000);
  expect(task).toHaveBeenCalledTimes(3);
});

test('rests while the page is hidden and runs at once when it is seen again', async () => {
  renderHook(() => useRefresh(task, 1000));
  turnPage('hidden');
  await pass(5000);
  expect(task).toHaveBeenCalledTimes(1);
  turnPage('visible');
  expect(task).toHaveBeenCalledTimes(2);
});

test('stops when the page is left', async () => {
  const { unmount } = renderHook(() => useRefresh(task, 1000));
  unmount();
  await pass(5000);
  expect(task).toHaveBeenCalledTimes(1);
});

test('runs on demand and starts the interval anew', async () => {
  const { result } = renderHook(() => useRefresh(task, 1000));
  await pass(900);
  result.current();
  await pass(900);
  expect(task).toHaveBeenCalledTimes(2);
});
