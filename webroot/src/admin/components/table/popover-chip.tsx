import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface PopoverChipProps {
  label: string;
  /** What is filtered by; empty while nothing is. */
  shown: string;
  children: (close: () => void) => ReactNode;
}

/** A filter as a chip, opened to change it. */
export function PopoverChip({ label, shown, children }: PopoverChipProps) {
  const [opened, popover] = useDisclosure();
  return (
    <Popover
      position="bottom-start"
      opened={opened}
      onChange={(open) => {
        if (!open) popover.close();
      }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          radius="xl"
          variant={shown === '' ? 'default' : 'light'}
          onClick={popover.toggle}
          rightSection={<ChevronDown size={14} strokeWidth={1.5} aria-hidden />}
        >
          {shown === '' ? label : `${label}: ${shown}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children(popover.close)}</Popover.Dropdown>
    </Popover>
  );
}
