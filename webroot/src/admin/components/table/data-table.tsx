import { Box, Checkbox, Group, Stack } from '@mantine/core';
import { type RowData, type RowSelectionState, useTable } from '@tanstack/react-table';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { useRemembered } from '@/admin/lib/remembered';
import { useMe } from '@/admin/lib/use-session';
import type { Page } from '@/admin/schema';
import { ErrorPanel } from '../error-panel';
import { Outdated } from '../outdated';
import { BulkBar } from './bulk-bar';
import { ColumnChooser } from './column-chooser';
import { type Column, definitions, features, usualColumns } from './columns';
import { type ExportFormat, ExportMenu } from './export-menu';
import { type FilterChoice, Filters } from './filters';
import { HeaderCell } from './header-cell';
import type { ListState } from './list-state';
import { NoRows } from './no-rows';
import { Pager } from './pager';
import { SkeletonRows } from './skeleton-rows';
import { Views } from './views';
import './table.css';

interface DataTableProps<T extends RowData> {
  /** Names what this browser remembers about the table. */
  id: string;
  label: string;
  list: ListState;
  query: UseQueryResult<Page<T>>;
  columns: readonly Column<T>[];
  rowId: (row: T) => string;
  rowName: (row: T) => string;
  /** With a text search, and how its field is called. */
  searchLabel?: string;
  filters?: readonly FilterChoice[];
  /** What can be done with several rows at once. */
  bulk?: (rows: T[], done: () => void) => ReactNode;
  onExport?: (format: ExportFormat) => void;
  empty?: { title: string; detail?: string; action?: ReactNode };
}

/** A list of the server: found, filtered, sorted and paged there, arranged here. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { id, label, list, query, columns, rowId, rowName, bulk } = props;
  const words = useWords(common);
  const me = useMe();
  const [selected, setSelected] = useState<RowSelectionState>({});
  const [shown, setShown] = useRemembered(`admin.columns.${id}.${me.id}`, usualColumns(columns));
  const defined = useMemo(() => definitions(columns), [columns]);
  const rows = useMemo(() => query.data?.items ?? [], [query.data]);
  const table = useTable({
    features,
    columns: defined,
    data: rows,
    getRowId: rowId,
    state: { rowSelection: selected, columnVisibility: shown },
    onRowSelectionChange: (change) => {
      setSelected(typeof change === 'function' ? change(selected) : change);
    },
    onColumnVisibilityChange: (change) => {
      setShown(typeof change === 'function' ? change(shown) : change);
    },
  });
  const chosen = table.getSelectedRowModel().rows.map((row) => row.original);
  const clear = () => {
    setSelected({});
  };
  const width = table.getVisibleLeafColumns().length + (bulk ? 1 : 0);

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" gap="xs">
        <Filters list={list} searchLabel={props.searchLabel} choices={props.filters ?? []} />
        <Group gap="xs">
          <Views id={id} list={list} />
          <ColumnChooser columns={columns} shown={shown} onChange={setShown} />
          {props.onExport && <ExportMenu onExport={props.onExport} />}
        </Group>
      </Group>
      {bulk && chosen.length > 0 && (
        <BulkBar count={chosen.length} onClear={clear}>
          {bulk(chosen, clear)}
        </BulkBar>
      )}
      <Outdated query={query} />
      {query.isError && query.data === undefined ? (
        <ErrorPanel failure={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Box
          className="table-frame"
          role="region"
          aria-label={label}
          tabIndex={0}
          aria-busy={query.isPending || query.isPlaceholderData}
          data-stale={query.isPlaceholderData || undefined}
        >
          <table className="table">
            <thead>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id}>
                  {bulk && (
                    <th scope="col" className="table__select">
                      <Checkbox
                        size="xs"
                        aria-label={words.table.selectAll}
                        checked={table.getIsAllRowsSelected() && rows.length > 0}
                        indeterminate={table.getIsSomeRowsSelected()}
                        onChange={table.getToggleAllRowsSelectedHandler()}
                      />
                    </th>
                  )}
                  {group.headers.map((header) => (
                    <HeaderCell
                      key={header.id}
                      text={String(header.column.columnDef.header)}
                      end={header.column.columnDef.meta?.end ?? false}
                      sort={header.column.columnDef.meta?.sort}
                      list={list}
                    />
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {query.isPending && <SkeletonRows columns={width} />}
              {table.getRowModel().rows.map((row) => (
                <tr key={row.id} data-selected={row.getIsSelected() || undefined}>
                  {bulk && (
                    <td className="table__select">
                      <Checkbox
                        size="xs"
                        aria-label={words.table.select(rowName(row.original))}
                        checked={row.getIsSelected()}
                        onChange={row.getToggleSelectedHandler()}
                      />
                    </td>
                  )}
                  {row.getVisibleCells().map((cell) => (
                    <td key={cell.id} data-end={cell.column.columnDef.meta?.end ? true : undefined}>
                      {table.FlexRender({ cell })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {query.data !== undefined && rows.length === 0 && (
            <NoRows list={list} settled={!query.isPlaceholderData} empty={props.empty} />
          )}
        </Box>
      )}
      <Pager list={list} page={query.data} waiting={query.isPlaceholderData} />
    </Stack>
  );
}
