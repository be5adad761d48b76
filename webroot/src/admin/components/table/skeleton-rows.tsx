import { Skeleton } from '@mantine/core';

const rows = 10;

export function SkeletonRows({ columns }: { columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <Skeleton height={12} width={column === 0 ? '70%' : '50%'} />
        </td>
      ))}
    </tr>
  ));
}
