import { Notifications, notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { adminPaths } from '@/config/admin-paths';
import { answerWith } from '@/testing/answer';
import type { Job } from '../api/list-jobs';
import { JobsBulk } from './jobs-bulk';

const jobs = ['j1', 'j2', 'j3'].map((id) => ({ id, kind: `kind.${id}` }) as Job);
const [first, second, third] = jobs.map(({ id }) => adminPaths.api.replayJob(id));
const problem = { type: '/docs/problems/gone', title: 'Already done', requestId: 'r1' };

beforeEach(() => {
  signedIn();
});

afterEach(() => {
  notifications.clean();
  cleanup();
});

function startOver(onDone: () => void) {
  onScreen(
    <>
      <Notifications />
      <JobsBulk jobs={jobs} onDone={onDone} />
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
}

test('names the jobs that were refused, and why', async () => {
  const done = vi.fn();
  answerWith({
    [first ?? '']: { body: jobs[0] },
    [second ?? '']: { status: 409, body: { ...problem, status: 409 } },
    [third ?? '']: { body: jobs[2] },
  });

  startOver(done);

  expect(await screen.findByText('2 are due now, one was refused.')).toBeTruthy();
  expect(screen.getByText('kind.j2: Already done')).toBeTruthy();
  expect(done).toHaveBeenCalledOnce();
});

test('calls a server that does not answer no refusal, and asks it once', async () => {
  const done = vi.fn();
  const fetch = answerWith({});

  startOver(done);

  expect(await screen.findByText('The server does not answer')).toBeTruthy();
  expect(screen.queryByText(/refused/)).toBeNull();
  expect(fetch).toHaveBeenCalledOnce();
  expect(done).not.toHaveBeenCalled();
});
