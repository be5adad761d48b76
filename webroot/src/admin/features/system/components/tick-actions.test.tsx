import { Notifications, notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { adminPaths } from '@/config/admin-paths';
import { answerWith } from '@/testing/answer';
import type { Tick } from '../api/list-ticks';
import { TickActions } from './tick-actions';

const tick = { name: 'verify-audit', paused: false, version: 1 } as Tick;
const path = adminPaths.api.tick(tick.name);

function Screen() {
  const [left, setLeft] = useState(false);
  return (
    <>
      <Notifications />
      {!left && <TickActions tick={tick} />}
      <button
        onClick={() => {
          setLeft(true);
        }}
      >
        Leave
      </button>
    </>
  );
}

const press = async (name: RegExp | string) => {
  fireEvent.click(await screen.findByRole('button', { name }));
};

beforeEach(() => {
  signedIn();
});

afterEach(() => {
  notifications.clean();
  cleanup();
});

test('says that taking it back was refused, also once the table is gone', async () => {
  answerWith({ [path]: { body: { ...tick, paused: true, version: 2 } } });
  onScreen(<Screen />);
  await press(/^Pause/);
  await screen.findByText(/is paused/);
  await press('Leave');
  const refusal = { type: '/docs/problems/stale', title: 'Somebody was faster', requestId: 'r1' };
  answerWith({ [path]: { status: 412, body: { ...refusal, status: 412 } } });

  await press('Undo');

  expect(await screen.findByText('Somebody was faster')).toBeTruthy();
});
