import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useNow } from './clock';

afterEach(() => {
  vi.useRealTimers();
});

test('tells the time of now to who looks after a while in which nobody did', () => {
  vi.useFakeTimers();
  renderHook(useNow).unmount();
  vi.advanceTimersByTime(3_600_000);

  const { result, unmount } = renderHook(useNow);

  expect(result.current).toBe(Date.now());
  unmount();
});
