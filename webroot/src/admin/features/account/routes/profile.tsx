import { Group, SimpleGrid, Stack } from '@mantine/core';
import { PageHeader } from '@/admin/components/page-header';
import { StatusBadge } from '@/admin/components/status-badge';
import { localized } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { useMe } from '@/admin/lib/use-session';
import { AboutMe } from '../components/about-me';
import { EmailPanel } from '../components/email-panel';
import { FactorsPanel } from '../components/factors-panel';
import { MySessions } from '../components/my-sessions';
import { PasswordPanel } from '../components/password-panel';
import { PicturePanel } from '../components/picture-panel';
import { profileWords } from '../profile-words';

export function Profile() {
  const text = useWords(profileWords);
  const me = useMe();
  const roles = (
    <Group gap="xs">
      {me.roles.map((role) => (
        <StatusBadge key={role.name} tone="violet">
          {localized(role.title)}
        </StatusBadge>
      ))}
    </Group>
  );
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={roles} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Stack gap="lg">
          <AboutMe />
          <PicturePanel />
          <EmailPanel />
        </Stack>
        <Stack gap="lg">
          <FactorsPanel />
          <PasswordPanel />
          <MySessions />
        </Stack>
      </SimpleGrid>
    </>
  );
}
