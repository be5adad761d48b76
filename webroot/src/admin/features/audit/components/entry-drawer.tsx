import { Box, Button, Code, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { Facts } from '@/admin/components/facts';
import type { ListState } from '@/admin/components/table/list-state';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { Entry } from '../api/list-audit';
import { words } from '../words';
import { ChangeTable } from './change-table';
import './entry-drawer.css';

interface EntryDrawerProps {
  entry: Entry | null;
  list: ListState;
  onClose: () => void;
}

export function EntryDrawer({ entry, list, onClose }: EntryDrawerProps) {
  const text = useWords(words);
  return (
    <Drawer opened={entry !== null} onClose={onClose} position="right" size="xl" title={text.entry}>
      {entry !== null && <EntryFacts entry={entry} list={list} onClose={onClose} />}
    </Drawer>
  );
}

function EntryFacts({ entry, list, onClose }: Omit<EntryDrawerProps, 'entry'> & { entry: Entry }) {
  const text = useWords(words);
  const format = useFormat();
  const only = (filters: Record<string, string>) => {
    list.show({ q: '', sort: list.sort, filters });
    onClose();
  };
  return (
    <Stack>
      <Code fz="md">{entry.action}</Code>
      <Facts
        facts={[
          { label: text.at, value: format.dateTime(entry.at) },
          { label: text.actor, value: <Named name={entry.actorName} id={entry.actor} /> },
          { label: text.subject, value: <Named name={entry.subjectName} id={entry.subject} /> },
          { label: text.client, value: entry.client },
          { label: text.request, value: entry.requestId },
        ]}
      />
      <Title order={3} size="h5">
        {text.changes}
      </Title>
      <ChangeTable entry={entry} />
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            only({ actor: entry.actor });
          }}
        >
          {text.byActor}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            only({ subject: entry.subject });
          }}
        >
          {text.bySubject}
        </Button>
      </Group>
    </Stack>
  );
}

/** What it is called today; the entry itself holds the id only. */
function Named({ name, id }: { name: string | undefined; id: string }) {
  if (name === undefined) return id;
  return (
    <Box ta={{ sm: 'end' }}>
      {name}
      <Text size="xs" c="dimmed" ff="monospace">
        {id}
      </Text>
    </Box>
  );
}
