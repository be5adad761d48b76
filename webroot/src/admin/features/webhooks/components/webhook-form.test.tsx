import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { end } from '@/admin/lib/api/session';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { useGetWebhook } from '../api/get-webhook';
import type { Webhook } from '../api/list-webhooks';
import { WebhookForm } from './webhook-form';

const stale = { type: '/docs/problems/stale', title: 'Changed', status: 412, requestId: 'r1' };

let stored: Webhook;

function Example() {
  const { data } = useGetWebhook('w1');
  return data ? <WebhookForm webhook={data} /> : null;
}

function serve(_: string, init: RequestInit): Promise<Response> {
  if (init.method === 'PATCH') {
    if (new Headers(init.headers).get('If-Match') !== `"${stored.version}"`) {
      return Promise.resolve(Response.json(stale, { status: 412 }));
    }
    stored = {
      ...stored,
      ...(JSON.parse(init.body as string) as Partial<Webhook>),
      version: stored.version + 1,
    };
  }
  return Promise.resolve(Response.json(stored));
}

beforeEach(async () => {
  stored = {
    id: 'w1',
    url: 'https://example.com/hook',
    events: ['person.invited'],
    active: true,
    version: 1,
  } as unknown as Webhook;
  vi.stubGlobal('fetch', serve);
  signedIn({ permissions: ['integrations:manage'] });
  onScreen(<Example />);
  fireEvent.change(await screen.findByDisplayValue(stored.url), {
    target: { value: 'https://example.com/other' },
  });
  await screen.findByText('Not saved yet');
});

afterEach(() => {
  cleanup();
  end('left');
});

test('saves over a version that a new secret moved', async () => {
  stored = { ...stored, version: 2 };
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  await waitFor(() => {
    expect(stored).toMatchObject({ url: 'https://example.com/other', version: 3 });
  });
});

test('still says when somebody else changed the same', async () => {
  stored = { ...stored, active: false, version: 2 };
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));

  await screen.findByText('Somebody else changed this meanwhile');
  expect(stored.url).toBe('https://example.com/hook');
});
