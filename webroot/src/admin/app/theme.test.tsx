import { Button } from '@mantine/core';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';

afterEach(cleanup);

test('a press on what submits does not leave the field, a press on anything else does', () => {
  onScreen(
    <>
      <Button type="submit">Save</Button>
      <Button>Discard</Button>
    </>,
  );
  const isLeft = (name: string) => fireEvent.mouseDown(screen.getByRole('button', { name }));

  expect(isLeft('Save')).toBe(false);
  expect(isLeft('Discard')).toBe(true);
});
