import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { adminPaths } from '@/config/admin-paths';
import { Audit } from './audit';

const anna = { id: 'p2', name: 'Anna Meier', email: 'anna@example.com' };
const idle = { id: 'p3', name: 'Ida Idle', email: 'ida@example.com' };
const entry = {
  id: 'e1',
  at: '2026-03-01T12:00:00Z',
  actor: 'person:p2',
  actorName: anna.name,
  client: '192.0.2.0',
  requestId: 'r1',
  action: 'settings.change',
  subject: 'role:r7',
  subjectName: 'Press officer',
};
let asked: URL[];

beforeEach(() => {
  asked = [];
  signedIn({ permissions: ['self', 'audit:read', 'people:read'] });
  vi.stubGlobal('fetch', (path: string) => {
    const address = new URL(path, 'http://localhost');
    asked.push(address);
    if (address.pathname === adminPaths.api.person(idle.id)) {
      return Promise.resolve(Response.json(idle));
    }
    const people = address.pathname === adminPaths.api.people;
    return Promise.resolve(Response.json({ items: people ? [anna] : [entry], total: 1 }));
  });
});

afterEach(cleanup);

const lastAsked = (path: string) =>
  asked.filter(({ pathname }) => pathname === path).at(-1)?.searchParams;

test('asks for days as they begin here, and for no day that is none', async () => {
  const { router } = onScreen(<Audit />);
  await act(() => router.navigate('/?from=x&until=2026-03-02'));

  expect(await screen.findByRole('button', { name: 'Before day: 2 Mar 2026' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'From day' })).toBeTruthy();
  expect(lastAsked(adminPaths.api.audit)?.get('until')).toBe(new Date(2026, 2, 2).toISOString());
  expect(lastAsked(adminPaths.api.audit)?.has('from')).toBe(false);
});

test('finds somebody by name and shows what they did', async () => {
  onScreen(<Audit />);
  fireEvent.click(screen.getByRole('button', { name: 'Who' }));
  fireEvent.change(await screen.findByLabelText('Name or e-mail'), { target: { value: 'anna' } });
  fireEvent.click(await screen.findByRole('button', { name: /^Anna Meier/ }));

  const chip = await screen.findByRole('button', { name: /^Who: Anna Meier/ });
  expect(lastAsked(adminPaths.api.people)?.get('q')).toBe('anna');
  expect(lastAsked(adminPaths.api.audit)?.get('actor')).toBe('person:p2');

  fireEvent.click(chip);
  expect(await screen.findByRole('button', { name: 'Who' })).toBeTruthy();
});

test('names whom it is filtered by, although they did nothing', async () => {
  const { router } = onScreen(<Audit />);
  await act(() => router.navigate('/?actor=person:p3'));

  expect(await screen.findByRole('button', { name: /^Who: Ida Idle/ })).toBeTruthy();
});

test('takes what an entry is about from the entry', async () => {
  onScreen(<Audit />);
  expect(screen.queryByRole('button', { name: /^Subject/ })).toBeNull();

  fireEvent.click(await screen.findByRole('button', { name: /^Open settings.change/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Everything about it' }));

  expect(await screen.findByRole('button', { name: /^Subject: Press officer/ })).toBeTruthy();
  expect(lastAsked(adminPaths.api.audit)?.get('subject')).toBe(entry.subject);
});

test('says what things are called today, and in the entry how they are kept', async () => {
  onScreen(<Audit />);
  const open = await screen.findByRole('button', { name: 'Open settings.change, Press officer' });
  expect(screen.queryByText('role:r7')).toBeNull();

  fireEvent.click(open);
  expect(await screen.findByText('role:r7')).toBeTruthy();
  expect(screen.getByText('person:p2')).toBeTruthy();
});
