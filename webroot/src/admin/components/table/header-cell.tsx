import { UnstyledButton } from '@mantine/core';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { type ListState, turned } from './list-state';

interface HeaderCellProps {
  text: string;
  end: boolean;
  sort: string | undefined;
  list: ListState;
}

export function HeaderCell({ text, end, sort, list }: HeaderCellProps) {
  const words = useWords(common).table;
  if (sort === undefined) {
    return (
      <th scope="col" data-end={end || undefined}>
        {text}
      </th>
    );
  }
  const up = list.sort === sort;
  const down = list.sort === `-${sort}`;
  const Icon = up ? ArrowUp : down ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      data-end={end || undefined}
      aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}
    >
      <UnstyledButton
        className="table__sort"
        title={words.sortBy(text)}
        onClick={() => {
          list.sortBy(turned(list.sort, sort));
        }}
      >
        {text}
        <Icon size={14} strokeWidth={1.5} aria-hidden data-active={up || down || undefined} />
      </UnstyledButton>
    </th>
  );
}
