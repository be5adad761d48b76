import { ActionIcon, Box, Button, Burger, Group, Kbd } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useWords } from '@/admin/lib/i18n';
import { Brand } from './brand';
import { LanguageMenu } from './language-menu';
import { Presence } from './presence';
import { ThemeMenu } from './theme-menu';
import { UserMenu } from './user-menu';
import { words } from './words';

interface TopBarProps {
  drawer: boolean;
  onDrawer: () => void;
}

export function TopBar({ drawer, onDrawer }: TopBarProps) {
  const text = useWords(words);
  return (
    <Group h="100%" px={{ base: 'xs', sm: 'md' }} justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Burger
          hiddenFrom="md"
          size="sm"
          opened={drawer}
          onClick={onDrawer}
          aria-label={drawer ? text.closeNavigation : text.openNavigation}
          aria-expanded={drawer}
        />
        <Brand />
      </Group>
      <Group gap={4} wrap="nowrap">
        <Presence />
        <Button
          visibleFrom="sm"
          variant="default"
          c="dimmed"
          fw={400}
          leftSection={<Search size={16} strokeWidth={1.5} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl K</Kbd>}
          onClick={spotlight.open}
        >
          {text.search}
        </Button>
        <Box hiddenFrom="sm">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={text.search}
            onClick={spotlight.open}
          >
            <Search size={20} strokeWidth={1.5} aria-hidden />
          </ActionIcon>
        </Box>
        <Box visibleFrom="xs">
          <LanguageMenu />
        </Box>
        <Box visibleFrom="xs">
          <ThemeMenu />
        </Box>
        <UserMenu />
      </Group>
    </Group>
  );
}
