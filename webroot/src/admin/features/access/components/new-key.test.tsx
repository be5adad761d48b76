import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { end } from '@/admin/lib/api/session';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { NewKey } from './new-key';

afterEach(() => {
  cleanup();
  end('left');
});

test('who thinks better of it can cancel', () => {
  signedIn({ permissions: ['people:read'] });
  const onClose = vi.fn();
  onScreen(<NewKey opened onClose={onClose} />);

  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));

  expect(onClose).toHaveBeenCalledOnce();
});

test('the drawer stays while a key is made and until it is kept', async () => {
  let answer: ((response: Response) => void) | undefined;
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
  signedIn({ permissions: ['people:read'] });
  const onClose = vi.fn();
  onScreen(<NewKey opened onClose={onClose} />);
  const escape = () => fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  escape();
  expect(onClose).toHaveBeenCalledOnce();

  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Example' } });
  fireEvent.click(screen.getByRole('combobox', { name: 'May' }));
  fireEvent.click(await screen.findByText('See people'));
  fireEvent.click(screen.getByRole('button', { name: 'Create the key' }));
  await waitFor(() => {
    expect(answer).toBeDefined();
  });
  escape();
  answer?.(Response.json({ secret: 'made-up-secret' }));
  await screen.findByText('made-up-secret');
  escape();

  expect(onClose).toHaveBeenCalledOnce();
  expect(document.querySelector('.mantine-Drawer-close')).toBeNull();
});
