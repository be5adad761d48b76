import {
  type ColumnDef,
  columnVisibilityFeature,
  metaHelper,
  type RowData,
  rowSelectionFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

export interface Column<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** What the list calls this column when it sorts. */
  sort?: string;
  /** Figures stand at the end of their column. */
  end?: boolean;
  /** Hidden until somebody chooses it. */
  extra?: boolean;
}

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  columnMeta: metaHelper<{ sort?: string; end?: boolean }>(),
});

export type Features = typeof features;

export function definitions<T extends RowData>(
  columns: readonly Column<T>[],
): ColumnDef<Features, T>[] {
  return columns.map(({ id, header, cell, sort, end }, index) => ({
    id,
    header,
    enableHiding: index > 0,
    meta: { ...(sort === undefined ? {} : { sort }), end: end ?? false },
    cell: ({ row }) => cell(row.original),
  }));
}

export function usualColumns<T>(columns: readonly Column<T>[]): Record<string, boolean> {
  return Object.fromEntries(columns.map(({ id, extra }) => [id, !extra]));
}
