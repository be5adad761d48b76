import { Button, Group, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { common } from '@/admin/common';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { Page } from '@/admin/schema';
import type { ListState } from './list-state';

interface PagerProps {
  list: ListState;
  page: Page<unknown> | undefined;
  /** The page that was asked for is not there yet. */
  waiting: boolean;
}

export function Pager({ list, page, waiting }: PagerProps) {
  const words = useWords(common).table;
  const format = useFormat();
  const next = page?.nextCursor ?? '';
  const total = page?.total === undefined ? '' : format.number(page.total);
  if (list.page === 1 && page?.items.length === 0) return null;
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {page && words.page(list.page, total)}
      </Text>
      {(list.page > 1 || next !== '') && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={list.page === 1}
            onClick={list.back}
            leftSection={<ChevronLeft size={16} strokeWidth={1.5} aria-hidden />}
          >
            {words.previous}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={next === '' || waiting}
            onClick={() => {
              list.next(next);
            }}
            rightSection={<ChevronRight size={16} strokeWidth={1.5} aria-hidden />}
          >
            {words.next}
          </Button>
        </Group>
      )}
    </Group>
  );
}
