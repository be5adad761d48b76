import { Notifications, notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { adminPaths } from '@/config/admin-paths';
import { answerWith } from '@/testing/answer';
import type { Person } from '../api/list-people';
import { PeopleBulk } from './people-bulk';

const people = [
  { id: 'p2', name: 'Anna Meier' },
  { id: 'p3', name: 'Bo Lind' },
] as Person[];
const roles = [
  { id: 'r1', name: 'owner', rank: 100, title: { en: 'Owner' } },
  { id: 'r2', name: 'editor', rank: 20, title: { en: 'Editor' } },
];
const done = vi.fn();

beforeEach(() => {
  signedIn({ rank: 50 });
});

afterEach(() => {
  notifications.clean();
  cleanup();
});

const press = async (name: string) => {
  fireEvent.click(await screen.findByRole('button', { name }));
};

test('names those for whom it was refused, and why', async () => {
  const refused = [{ id: 'p3', code: 'own-rank', message: 'Has a higher role than you.' }];
  answerWith({
    [adminPaths.api.roles]: { body: { items: roles } },
    [adminPaths.api.peopleBulk]: { body: { done: ['p2'], refused } },
  });
  onScreen(
    <>
      <Notifications />
      <PeopleBulk people={people} onDone={done} />
    </>,
  );

  await press('Deactivate');

  expect(await screen.findByText('Done for 1, refused for 1.')).toBeTruthy();
  expect(screen.getByText('Bo Lind: Has a higher role than you.')).toBeTruthy();
  expect(done).toHaveBeenCalledOnce();
});

test('offers only roles that are one’s own to give', async () => {
  answerWith({ [adminPaths.api.roles]: { body: { items: roles } } });
  onScreen(<PeopleBulk people={people} onDone={done} />);

  await press('Give a role');

  expect(await screen.findByRole('menuitem', { name: 'Editor' })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: 'Owner' })).toBeNull();
});
