import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LeaveGuard } from '@/admin/components/leave-guard';
import { currentSession, end } from '@/admin/lib/api/session';
import { refresh } from '@/admin/lib/api/refresh';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { IdleDialog } from './idle-dialog';

vi.mock('@/admin/lib/api/refresh');

/** How much longer than the limit the server keeps a session of which it hears nothing. */
const grace = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  end('left');
  vi.useRealTimers();
});

test.each([30, 1])(
  'with a limit of %i min the server ends nothing the page holds open',
  (limit) => {
    let told = Date.now();
    vi.mocked(refresh).mockImplementation(() => {
      told = Date.now();
      return Promise.resolve(true);
    });
    signedIn({ idleMinutes: limit });
    onScreen(<IdleDialog />);

    for (let second = 0; second < 600; second += 7) {
      fireEvent.pointerDown(document.body);
      expect(Date.now() - told).toBeLessThan(grace);
      act(() => {
        vi.advanceTimersByTime(7000);
      });
    }
  },
);

test('asks before unsaved work is lost by signing out', () => {
  vi.mocked(refresh).mockResolvedValue(true);
  signedIn({ idleMinutes: 30 });
  onScreen(
    <>
      <LeaveGuard dirty />
      <IdleDialog />
    </>,
  );
  act(() => {
    vi.advanceTimersByTime(26 * 60_000);
  });
  fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));

  expect(screen.getByRole('button', { name: 'Leave' })).toBeTruthy();
  expect(currentSession().state).toBe('signedIn');
});
