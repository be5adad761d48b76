import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import type { ChipProps } from './filters';

export function FilterChip({ choice, value, onChange }: ChipProps) {
  const words = useWords(common).table;
  const chosen = choice.options.find((option) => option.value === value);
  const options = [{ value: '', label: words.any }, ...choice.options];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          radius="xl"
          variant={chosen ? 'light' : 'default'}
          rightSection={<ChevronDown size={14} strokeWidth={1.5} aria-hidden />}
        >
          {chosen ? `${choice.label}: ${chosen.label}` : choice.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="filter-chip__choices">
        <Menu.RadioGroup value={value} onChange={onChange}>
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
