import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { EmptyState } from '../empty-state';
import type { ListState } from './list-state';

interface NoRowsProps {
  list: ListState;
  empty: { title: string; detail?: string; action?: ReactNode } | undefined;
}

/** Nothing at all, or nothing that matches: two different things. */
export function NoRows({ list, empty }: NoRowsProps) {
  const words = useWords(common).table;
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
