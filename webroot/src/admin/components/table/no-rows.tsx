import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { EmptyState } from '../empty-state';
import type { ListState } from './list-state';

interface NoRowsProps {
  list: ListState;
  /** This is what was asked for, and not what was there before. */
  settled: boolean;
  empty: { title: string; detail?: string; action?: ReactNode } | undefined;
}

/** Nothing at all, or nothing that matches: two different things; behind the last page there is the one before. */
export function NoRows({ list, settled, empty }: NoRowsProps) {
  const words = useWords(common).table;
  const { page, back } = list;
  const past = settled && page > 1;
  useEffect(() => {
    if (past) back();
  }, [past, back]);
  if (past) return null;
  if (list.q === '' && Object.keys(list.filters).length === 0) {
    return <EmptyState {...(empty ?? { title: words.nothing })} />;
  }
  return (
    <EmptyState
      title={words.nothingFound}
      detail={words.nothingFoundDetail}
      action={
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            list.show({ q: '', filters: {}, sort: list.sort });
          }}
        >
          {words.clearFilters}
        </Button>
      }
    />
  );
}
