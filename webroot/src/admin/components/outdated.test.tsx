import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Unreachable } from '@/admin/lib/api/problem';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { Loaded } from './loaded';
import { DataTable } from './table/data-table';
import { useListState } from './table/list-state';

const gone = 'The server does not answer';
const ask = vi.fn<() => Promise<string>>();

beforeEach(() => {
  signedIn();
});

afterEach(cleanup);

function Health() {
  const query = useQuery({ queryKey: ['health'], queryFn: ask });
  return <Loaded query={query}>{(data) => <p>{data}</p>}</Loaded>;
}

function Rows() {
  const list = useListState([]);
  const query = useQuery({
    queryKey: ['rows'],
    queryFn: async () => ({ items: [{ name: await ask() }] }),
  });
  return (
    <DataTable<{ name: string }>
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

test.each([
  ['a panel', <Health />],
  ['a list', <Rows />],
])('%s says that nobody confirms what it shows, until somebody does', async (_, piece) => {
  ask.mockResolvedValueOnce('Healthy').mockRejectedValueOnce(new Unreachable('no answer', false));
  const { queries } = onScreen(piece);
  await screen.findByText('Healthy');
  expect(screen.queryByText(gone, { exact: false })).toBeNull();

  await queries.invalidateQueries();
  await screen.findByText(gone, { exact: false });
  expect(screen.getByText('Healthy')).toBeTruthy();

  ask.mockResolvedValueOnce('Degraded');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Degraded');
  await waitFor(() => {
    expect(screen.queryByText(gone, { exact: false })).toBeNull();
  });
});
