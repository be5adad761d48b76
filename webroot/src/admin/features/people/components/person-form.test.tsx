import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { end } from '@/admin/lib/api/session';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { useGetPerson } from '@/admin/lib/requests/get-person';
import { PersonForm } from './person-form';

type Person = Schema<'Person'>;

const path = adminPaths.api.person('p2');
const stale = { type: '/docs/problems/stale', title: 'Changed', status: 412, requestId: 'r1' };

let stored: Person;
/** While it is set, whoever saves waits for it. */
let held: Promise<void> | null;

function Example() {
  const { data } = useGetPerson('p2');
  return data ? <PersonForm person={data} editable /> : null;
}

async function serve(asked: string, init: RequestInit): Promise<Response> {
  if (asked !== path) return Response.json({ items: [] });
  if (init.method !== 'PATCH') return Response.json(stored);
  await held;
  if (new Headers(init.headers).get('If-Match') !== `"${stored.version}"`) {
    return Response.json(stale, { status: 412 });
  }
  const change = JSON.parse(init.body as string) as { name: string };
  stored = { ...stored, name: change.name, version: stored.version + 1 };
  return Response.json(stored);
}

const name = () => screen.getByLabelText<HTMLInputElement>('Name');
const click = (button: string) => fireEvent.click(screen.getByRole('button', { name: button }));

async function type(value: string) {
  fireEvent.change(name(), { target: { value } });
  await screen.findByText('Not saved yet');
}

beforeEach(async () => {
  held = null;
  stored = {
    id: 'p2',
    name: 'Erika Example',
    language: 'en',
    zone: 'Europe/Berlin',
    roles: [{ name: 'viewer', title: { en: 'Viewer', de: 'Leser' } }],
    version: 1,
  } as unknown as Person;
  vi.stubGlobal('fetch', serve);
  signedIn();
  const { queries } = onScreen(<Example />);
  await screen.findByLabelText('Name');
  reload = () => act(() => queries.invalidateQueries({ queryKey: ['people'] }));
});

let reload: () => Promise<void>;

afterEach(() => {
  cleanup();
  end('left');
});

test('saves over a version that one moved by an act of one’s own', async () => {
  await type('Erika Renamed');
  stored = { ...stored, state: 'deactivated', version: 2 };
  click('Save changes');

  await waitFor(() => {
    expect(stored).toMatchObject({ name: 'Erika Renamed', version: 3 });
  });
  expect(screen.queryByText('Somebody else changed this meanwhile')).toBeNull();
});

test('still says when somebody else changed the same', async () => {
  await type('Erika Renamed');
  stored = { ...stored, name: 'Erika Elsewhere', version: 2 };
  click('Save changes');

  await screen.findByText('Somebody else changed this meanwhile');
  expect(stored.name).toBe('Erika Elsewhere');
});

test('shows what somebody else saved as long as nothing is typed', async () => {
  stored = { ...stored, name: 'Erika Elsewhere', version: 2 };
  await reload();

  await waitFor(() => {
    expect(name().value).toBe('Erika Elsewhere');
  });
});

test('keeps what is typed while it is saved', async () => {
  let answer: () => void = () => undefined;
  held = new Promise((resolve) => {
    answer = resolve;
  });
  await type('Erika');
  click('Save changes');
  await screen.findByText('Saving …');
  fireEvent.change(name(), { target: { value: 'Erika and more' } });
  answer();

  await screen.findByText('Not saved yet');
  expect(stored.name).toBe('Erika');
  expect(name().value).toBe('Erika and more');
  click('Save changes');
  await waitFor(() => {
    expect(stored.name).toBe('Erika and more');
  });
});
