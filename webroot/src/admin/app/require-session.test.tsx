import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';
import { adminPaths } from '@/config/admin-paths';
import { answerWith } from '@/testing/answer';
import { RequireSession } from './require-session';

afterEach(cleanup);

test('says that the server is not ready, and tries again when asked to', async () => {
  localStorage.setItem('admin.csrf', 'proof');
  const busy = { type: '/docs/problems/busy', title: 'Starting', status: 503, requestId: 'r1' };
  answerWith({ [adminPaths.api.refresh]: { status: 503, body: busy } });
  onScreen(<RequireSession>At work</RequireSession>);
  await screen.findByRole('alert');
  expect(screen.getByText('Starting')).toBeTruthy();

  const person = { id: 'p1', language: 'en' };
  const answer = { state: 'signedIn', accessToken: 'token', csrf: 'proof', person };
  answerWith({ [adminPaths.api.refresh]: { body: answer } });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('At work')).toBeTruthy();
});
