import { SimpleGrid } from '@mantine/core';
import { EmptyState } from '@/admin/components/empty-state';
import { May } from '@/admin/components/may';
import { PageHeader } from '@/admin/components/page-header';
import { useWords } from '@/admin/lib/i18n';
import { useMe } from '@/admin/lib/use-session';
import { AlertsCard } from '../components/alerts-card';
import { HealthCard } from '../components/health-card';
import { JobsCard } from '../components/jobs-card';
import { LoadCard } from '../components/load-card';
import { PeopleCard } from '../components/people-card';
import { words } from '../words';

const shown = ['people:read', 'system:read', 'jobs:read'];

export function Dashboard() {
  const text = useWords(words);
  const me = useMe();
  return (
    <>
      <PageHeader title={text.title} description={text.welcome(me.name)} />
      {!shown.some((permission) => me.permissions.includes(permission)) && (
        <EmptyState title={text.nothing} detail={text.nothingDetail} />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        <May permission="system:read">
          <AlertsCard />
          <HealthCard />
        </May>
        <May permission="people:read">
          <PeopleCard />
        </May>
        <May permission="system:read">
          <LoadCard />
        </May>
        <May permission="jobs:read">
          <JobsCard />
        </May>
      </SimpleGrid>
    </>
  );
}
