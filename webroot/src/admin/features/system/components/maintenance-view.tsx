import { Alert, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirm } from '@/admin/components/confirm';
import { ErrorPanel } from '@/admin/components/error-panel';
import { Panel } from '@/admin/components/panel';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { useMay } from '@/admin/lib/use-session';
import {
  type MaintenanceAction,
  maintenanceActions,
  useRunMaintenance,
} from '../api/run-maintenance';
import { words } from '../words';

export function MaintenanceView() {
  const text = useWords(words);
  const mayManage = useMay('system:manage');
  return (
    <Stack>
      {!mayManage && (
        <Alert color="blue" variant="light">
          {text.mayNot}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        {maintenanceActions.map((action) => (
          <MaintenanceCard key={action} action={action} enabled={mayManage} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function MaintenanceCard({ action, enabled }: { action: MaintenanceAction; enabled: boolean }) {
  const text = useWords(words);
  const format = useFormat();
  const [asking, dialog] = useDisclosure();
  const work = useRunMaintenance(action);
  const { title, text: consequence } = text.maintenance[action];
  const outcome = work.data;
  return (
    <Panel title={title}>
      <Stack align="flex-start">
        <Text size="sm">{consequence}</Text>
        {enabled && (
          <Button variant="default" onClick={dialog.open} loading={work.isPending}>
            {title}
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {outcome?.state === 'done' && text.outcome.done(format.number(outcome.milliseconds))}
          {outcome?.state === 'running' && text.outcome.running}
        </Text>
        {work.isError && <ErrorPanel failure={work.error} />}
      </Stack>
      <Confirm
        opened={asking}
        onClose={dialog.close}
        title={text.confirmRun(title)}
        action={title}
        onConfirm={() => {
          dialog.close();
          work.mutate();
        }}
      >
        {consequence}
      </Confirm>
    </Panel>
  );
}
