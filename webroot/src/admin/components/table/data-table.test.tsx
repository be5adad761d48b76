import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import type { Page } from '@/admin/schema';
import { DataTable } from './data-table';
import { useListState } from './list-state';

interface Row {
  name: string;
}

const first: Page<Row> = { items: [{ name: 'Anna' }], nextCursor: 'c2' };
const ask = vi.fn<(cursor: string | undefined) => Promise<Page<Row>>>();

function Rows() {
  const list = useListState([]);
  const query = useQuery({
    queryKey: ['rows', list.cursor],
    queryFn: () => ask(list.cursor),
    placeholderData: keepPreviousData,
  });
  return (
    <DataTable<Row>
      id="rows"
      label="Rows"
      list={list}
      query={query}
      columns={[{ id: 'name', header: 'Name', cell: ({ name }) => name }]}
      rowId={({ name }) => name}
      rowName={({ name }) => name}
    />
  );
}

const next = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Next page' });

beforeEach(() => {
  signedIn();
});

afterEach(cleanup);

test('goes on by one page, however often the button is pressed', async () => {
  let arrive: (page: Page<Row>) => void = () => undefined;
  const second = new Promise<Page<Row>>((resolve) => {
    arrive = resolve;
  });
  ask.mockResolvedValueOnce(first).mockReturnValueOnce(second);
  onScreen(<Rows />);
  await screen.findByText('Anna');

  fireEvent.click(next());
  fireEvent.click(next());
  arrive({ items: [{ name: 'Bo' }], nextCursor: 'c3' });
  await screen.findByText('Bo');

  expect(screen.getByText('Page 2')).toBeTruthy();
  ask.mockResolvedValueOnce({ items: [{ name: 'Cleo' }] });
  fireEvent.click(next());
  await screen.findByText('Cleo');
  expect(ask.mock.calls.map(([cursor]) => cursor)).toEqual([undefined, 'c2', 'c3']);
});

test('shows the page before when the last one has become empty', async () => {
  ask.mockImplementation((cursor) => Promise.resolve(cursor === 'c2' ? { items: [] } : first));
  onScreen(<Rows />);
  await screen.findByText('Anna');

  fireEvent.click(next());
  await waitFor(() => {
    expect(ask).toHaveBeenCalledWith('c2');
  });

  expect(await screen.findByText('Page 1')).toBeTruthy();
  expect(await screen.findByText('Anna')).toBeTruthy();
  expect(screen.queryByText('Nothing here yet')).toBeNull();
});

test('has nothing to turn on the only page, and no page where there is nothing', async () => {
  ask.mockResolvedValueOnce({ items: [{ name: 'Anna' }], total: 1 });
  onScreen(<Rows />);
  await screen.findByText('Page 1 · 1 in all');
  expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();

  cleanup();
  ask.mockResolvedValueOnce({ items: [], total: 0 });
  onScreen(<Rows />);
  await screen.findByText('Nothing here yet');
  expect(screen.queryByText(/^Page 1/)).toBeNull();
});
