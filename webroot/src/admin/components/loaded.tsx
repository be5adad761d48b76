import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { ErrorPanel } from './error-panel';
import { Outdated } from './outdated';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** Heights of what will stand here, so that nothing jumps. */
  heights?: number[];
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, heights = [40, 200], children }: LoadedProps<T>) {
  const words = useWords(common);
  if (query.data !== undefined) {
    return (
      <>
        <Outdated query={query} />
        {children(query.data)}
      </>
    );
  }
  if (query.isError)
    return <ErrorPanel failure={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack aria-busy="true" aria-label={words.loading} role="status">
      {heights.map((height, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </Stack>
  );
}
