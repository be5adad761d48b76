import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { end } from '@/admin/lib/api/session';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { AboutMe } from './about-me';

const me = { id: 'p1', language: 'en', zone: 'Europe/Berlin', secondFactor: { required: false } };
const stale = {
  type: '/docs/problems/stale',
  title: 'Changed meanwhile',
  status: 412,
  requestId: 'r1',
};

const name = () => screen.getByLabelText<HTMLInputElement>('Name');
const click = (button: string) => fireEvent.click(screen.getByRole('button', { name: button }));
const state = () => screen.getByRole('status').textContent;

function type(value: string) {
  fireEvent.change(name(), { target: { value } });
}

beforeEach(() => {
  signedIn();
  onScreen(<AboutMe />);
});

afterEach(() => {
  cleanup();
  end('left');
});

test('discards what was typed', async () => {
  type('Typed by mistake');
  await screen.findByText('Not saved yet');
  click('Discard');

  await waitFor(() => {
    expect(name().value).toBe('Test Person');
  });
  expect(state()).toBe('');
});

test('loads what somebody else saved meanwhile', async () => {
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit) =>
    Promise.resolve(
      method === 'PATCH'
        ? Response.json(stale, { status: 412 })
        : Response.json({ ...me, name: 'Changed Elsewhere', version: 2 }),
    ),
  );
  type('Mine');
  await screen.findByText('Not saved yet');
  click('Save changes');
  await screen.findByText('Changed Elsewhere');
  click('Load the current state');

  await waitFor(() => {
    expect(name().value).toBe('Changed Elsewhere');
  });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(state()).toBe('');
});

test('keeps what is typed while it is saved', async () => {
  let answer: ((response: Response) => void) | undefined;
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
  type('First');
  await screen.findByText('Not saved yet');
  click('Save changes');
  await waitFor(() => {
    expect(answer).toBeDefined();
  });
  type('First and second');
  act(() => {
    answer?.(Response.json({ ...me, name: 'First', version: 2 }));
  });

  await screen.findByText('Not saved yet');
  expect(name().value).toBe('First and second');
  click('Discard');
  await waitFor(() => {
    expect(name().value).toBe('First');
  });
});
