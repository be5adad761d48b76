import { ActionIcon, Box, Menu, Text } from '@mantine/core';
import { ExternalLink, LogOut, UserRound } from 'lucide-react';
import { Link } from 'react-router';
import { PersonAvatar } from '@/admin/components/person-avatar';
import { signOut } from '@/admin/lib/api/sign-out';
import { useWords } from '@/admin/lib/i18n';
import { leaveBy } from '@/admin/lib/leaving';
import { useMe } from '@/admin/lib/use-session';
import { adminPaths } from '@/config/admin-paths';
import { LanguageItems } from './language-menu';
import { ThemeItems } from './theme-menu';
import { words } from './words';

export function UserMenu() {
  const text = useWords(words);
  const me = useMe();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" radius="xl" aria-label={text.account(me.name)}>
          <PersonAvatar person={me} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" py="xs">
          <Text size="sm" fw={600} truncate>
            {me.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {me.email}
          </Text>
        </Box>
        <Menu.Item
          component={Link}
          to={adminPaths.screens.profile}
          leftSection={<UserRound size={16} strokeWidth={1.5} aria-hidden />}
        >
          {text.profile}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={adminPaths.site}
          leftSection={<ExternalLink size={16} strokeWidth={1.5} aria-hidden />}
        >
          {text.site}
        </Menu.Item>
        <Box hiddenFrom="xs">
          <Menu.Divider />
          <LanguageItems />
          <Menu.Divider />
          <ThemeItems />
        </Box>
        <Menu.Divider />
        <Menu.Item
          leftSection={<LogOut size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => {
            leaveBy(() => void signOut('left'));
          }}
        >
          {text.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
