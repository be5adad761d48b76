import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { end } from '@/admin/lib/api/session';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { adminPaths } from '@/config/admin-paths';
import { NewRole } from '../routes/new-role';

const made = {
  id: 'r1',
  name: 'reader',
  title: { en: 'Reader', de: 'Leser' },
  rank: 10,
  permissions: [],
  version: 1,
};
const taken = {
  type: '/docs/problems/conflict',
  title: 'There is a role of that name',
  status: 409,
  requestId: 'q1',
};

function answering(role: Response) {
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit) =>
    Promise.resolve(method === 'POST' ? role : Response.json({ items: [] })),
  );
}

function create() {
  signedIn();
  const { router } = onScreen(<NewRole />);
  for (const [label, value] of [
    ['Name in English', 'Reader'],
    ['Name in German', 'Leser'],
    ['Short name', 'reader'],
  ] as const) {
    fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'Create the role' }));
  return router;
}

afterEach(() => {
  cleanup();
  end('left');
});

test('asks before a refused role is left', async () => {
  answering(Response.json(taken, { status: 409 }));
  const router = create();
  await screen.findByText(taken.title);

  await act(() => router.navigate('/elsewhere'));

  expect(await screen.findByText('Leave without saving?')).toBeDefined();
  expect(router.state.location.pathname).toBe('/');
});

test('goes on to a role that was made without asking', async () => {
  answering(Response.json(made));
  const router = create();

  await waitFor(() => {
    expect(router.state.location.pathname).toBe(adminPaths.screens.role('r1'));
  });
});
