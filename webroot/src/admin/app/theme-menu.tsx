import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useWords } from '@/admin/lib/i18n';
import { words } from './words';

const schemes = [
  { value: 'auto', name: 'system', icon: Monitor },
  { value: 'light', name: 'light', icon: Sun },
  { value: 'dark', name: 'dark', icon: Moon },
] as const;

export function ThemeMenu() {
  const text = useWords(words);
  const { colorScheme } = useMantineColorScheme();
  const Current = schemes.find(({ value }) => value === colorScheme)?.icon ?? Monitor;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.theme}>
          <Current size={20} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}

export function ThemeItems() {
  const text = useWords(words);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup
      value={colorScheme}
      onChange={(chosen) => {
        setColorScheme(chosen as MantineColorScheme);
      }}
    >
      {schemes.map(({ value, name, icon: Icon }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          closeMenuOnClick
          rightSection={<Icon size={16} strokeWidth={1.5} aria-hidden />}
        >
          {text.themes[name]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
