import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adminPaths } from '@/config/admin-paths';
import { signedIn } from '@/admin/testing/signed-in';
import { refresh } from './refresh';
import { currentSession, currentToken, end, type Me } from './session';
import { signOut } from './sign-out';

const person = { id: 'p1', name: 'Test Person', permissions: ['self'] } as unknown as Me;

let answers: ((response: Response) => void)[];

beforeEach(() => {
  answers = [];
  signedIn();
  vi.stubGlobal('fetch', (path: string) =>
    path === adminPaths.api.refresh
      ? new Promise<Response>((resolve) => answers.push(resolve))
      : Promise.resolve(new Response(null, { status: 204 })),
  );
});

afterEach(() => {
  end('left');
});

function answered(accessToken: string) {
  return Response.json({ state: 'signedIn', accessToken, csrf: 'proof', person });
}

function refused() {
  const body = {
    type: '/docs/problems/session-ended',
    title: 'Ended',
    status: 401,
    requestId: 'r',
  };
  return Response.json(body, { status: 401 });
}

test.each([() => answered('late'), refused])(
  'nobody who signed out is signed in by a late answer, nor told that they were idle',
  async (late) => {
    const refreshed = refresh(false);
    await vi.waitFor(() => {
      expect(answers).toHaveLength(1);
    });
    await signOut('left');
    answers[0]?.(late());

    expect(await refreshed).toBe(false);
    expect(currentSession()).toEqual({ state: 'signedOut', reason: 'left' });
    expect(currentToken()).toBeNull();
  },
);

test('asks again when another tab signed in anew meanwhile', async () => {
  const refreshed = refresh(false);
  await vi.waitFor(() => {
    expect(answers).toHaveLength(1);
  });
  localStorage.setItem('admin.csrf', 'another proof');
  answers[0]?.(refused());
  await vi.waitFor(() => {
    expect(answers).toHaveLength(2);
  });
  answers[1]?.(answered('new'));

  expect(await refreshed).toBe(true);
  expect(currentToken()).toBe('new');
});
