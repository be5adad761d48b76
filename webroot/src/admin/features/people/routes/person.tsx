import { Alert, Grid, Group, Stack } from '@mantine/core';
import { Loaded } from '@/admin/components/loaded';
import { PageHeader } from '@/admin/components/page-header';
import { PersonAvatar } from '@/admin/components/person-avatar';
import { useWords } from '@/admin/lib/i18n';
import { useMay, useMe } from '@/admin/lib/use-session';
import { useSubject } from '@/admin/lib/use-subject';
import type { Schema } from '@/admin/schema';
import { useGetPerson } from '@/admin/lib/requests/get-person';
import { PersonActs } from '../components/person-acts';
import { PersonEnd } from '../components/person-end';
import { PersonFacts } from '../components/person-facts';
import { PersonForm } from '../components/person-form';
import { PersonSessions } from '../components/person-sessions';
import { StateBadge } from '../components/state-badge';
import { personWords } from '../person-words';

export function PersonScreen() {
  const id = useSubject();
  const person = useGetPerson(id);
  return (
    <Loaded query={person} heights={[48, 240, 240]}>
      {(found) => <Detail person={found} />}
    </Loaded>
  );
}

function Detail({ person }: { person: Schema<'Person'> }) {
  const text = useWords(personWords);
  const me = useMe();
  const mayManage = useMay('people:manage') && person.mayManage;
  const maySeeSessions = useMay('sessions:manage');
  const own = me.id === person.id;
  const about = (
    <Group gap="xs">
      {person.email} <StateBadge state={person.state} />
    </Group>
  );
  return (
    <>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <PersonAvatar person={person} size={48} />
        <div className="grow">
          <PageHeader
            title={person.name}
            description={about}
            actions={mayManage && !own && <PersonActs person={person} />}
          />
        </div>
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            {own && <Alert>{text.itIsYou}</Alert>}
            {!own && !mayManage && <Alert>{text.notYours}</Alert>}
            <PersonForm
              key={person.id}
              person={person}
              editable={mayManage && person.state !== 'deleted'}
            />
            {mayManage && !own && <PersonEnd person={person} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <PersonFacts person={person} />
            {maySeeSessions && person.state === 'active' && <PersonSessions person={person} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
