import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { end } from '@/admin/lib/api/session';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { adminPaths } from '@/config/admin-paths';
import { FactorsPanel } from './factors-panel';

const { myFactors, totp, confirmTotp, me } = adminPaths.api;

let confirm: (response: Response) => void;
let begun: number;

function answering() {
  begun = 0;
  vi.stubGlobal('fetch', (path: string) => {
    if (path === totp) begun++;
    if (path === confirmTotp) return new Promise<Response>((resolve) => (confirm = resolve));
    const bodies: Record<string, object> = {
      [myFactors]: { required: false, passkeys: [], recoveryCodes: 0 },
      [totp]: { qr: '<svg/>', secret: 'ABCDEFGH' },
      [me]: { id: 'p1', secondFactor: { required: false, enrolled: true } },
    };
    return Promise.resolve(Response.json(bodies[path]));
  });
}

async function stays() {
  const dialog = await screen.findByRole('dialog');
  fireEvent.keyDown(dialog, { key: 'Escape' });
  const behind = document.querySelector('.mantine-Modal-overlay');
  if (behind) fireEvent.click(behind);
  expect(screen.getByRole('dialog')).toBe(dialog);
  expect(dialog.querySelector('.mantine-Modal-close')).toBeNull();
}

afterEach(() => {
  cleanup();
  end('left');
});

test('no stray click or key loses recovery codes, neither before nor while they are shown', async () => {
  answering();
  signedIn();
  onScreen(<FactorsPanel />);
  fireEvent.click(await screen.findByRole('button', { name: 'Set up an app' }));
  fireEvent.change(await screen.findByLabelText('Code from your app'), {
    target: { value: '123456' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Confirm' }));

  await waitFor(() => {
    expect(confirm).toBeDefined();
  });
  await stays();

  confirm(Response.json({ recoveryCodes: ['one-code', 'another-code'] }));
  await screen.findByText(/another-code/);
  await stays();

  fireEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('the code to scan stays the same when all that is shown is asked for again', async () => {
  answering();
  signedIn();
  const { queries } = onScreen(<FactorsPanel />);
  fireEvent.click(await screen.findByRole('button', { name: 'Set up an app' }));
  await screen.findByRole('img');

  await act(() => queries.invalidateQueries());

  expect(begun).toBe(1);
});
