import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { leaveBy } from '@/admin/lib/leaving';
import { onScreen } from '@/admin/testing/on-screen';
import { LeaveGuard } from './leave-guard';

function Example({ dirty, signOut }: { dirty: boolean; signOut: () => void }) {
  return (
    <>
      <LeaveGuard dirty={dirty} />
      <button
        onClick={() => {
          leaveBy(signOut);
        }}
      >
        Sign out
      </button>
    </>
  );
}

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(cleanup);

test('signing out asks first where something typed would be lost', async () => {
  const signOut = vi.fn();
  onScreen(<Example dirty signOut={signOut} />);

  click('Sign out');
  await screen.findByText('Leave without saving?');
  click('Stay here');
  await waitFor(() => {
    expect(screen.queryByText('Leave without saving?')).toBeNull();
  });
  expect(signOut).not.toHaveBeenCalled();

  click('Sign out');
  await screen.findByText('Leave without saving?');
  click('Leave');
  expect(signOut).toHaveBeenCalledOnce();
});

test('signing out asks nothing where nothing would be lost', () => {
  const signOut = vi.fn();
  onScreen(<Example dirty={false} signOut={signOut} />);

  click('Sign out');

  expect(signOut).toHaveBeenCalledOnce();
});
