import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

interface StatusBadgeProps {
  tone: 'green' | 'yellow' | 'red' | 'blue' | 'gray' | 'violet';
  children: ReactNode;
}

export function StatusBadge({ tone, children }: StatusBadgeProps) {
  return (
    <Badge color={tone} variant="light" tt="none" fw={500} radius="sm" className="status-badge">
      {children}
    </Badge>
  );
}
