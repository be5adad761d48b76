import { Button, Code, Drawer, Group, Stack, Text } from '@mantine/core';
import { Figures } from '@/admin/components/figures';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { useMay } from '@/admin/lib/use-session';
import type { Delivery } from '../api/list-deliveries';
import { useReplayDelivery } from '../api/replay-delivery';
import { words } from '../words';
import { DeliveryState } from './delivery-state';

interface DeliveryDrawerProps {
  delivery: Delivery | null;
  onClose: () => void;
}

export function DeliveryDrawer({ delivery, onClose }: DeliveryDrawerProps) {
  const text = useWords(words);
  return (
    <Drawer
      opened={delivery !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={text.delivery}
    >
      {delivery !== null && <DeliveryFacts delivery={delivery} onClose={onClose} />}
    </Drawer>
  );
}

function DeliveryFacts({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const text = useWords(words);
  const format = useFormat();
  const mayManage = useMay('integrations:manage');
  const replay = useReplayDelivery();
  const at = (moment: string | undefined) => (moment === undefined ? '–' : format.dateTime(moment));
  return (
    <Stack>
      <Group gap="xs">
        <Code fz="sm">{delivery.event}</Code>
        <DeliveryState state={delivery.state} />
      </Group>
      <Figures
        figures={[
          { label: text.at, value: at(delivery.createdAt) },
          { label: text.tried, value: at(delivery.triedAt) },
          { label: text.next, value: at(delivery.nextTryAt) },
          { label: text.attempts, value: format.number(delivery.attempts) },
          { label: text.answer, value: String(delivery.lastStatus ?? '–') },
        ]}
      />
      {delivery.lastError !== undefined && (
        <Text size="sm">
          {text.error}: {delivery.lastError}
        </Text>
      )}
      <Code block className="shown-once" tabIndex={0} role="region" aria-label={text.payload}>
        {JSON.stringify(delivery.payload, null, 2)}
      </Code>
      {mayManage && (
        <Group justify="flex-end">
          <Button
            loading={replay.isPending}
            onClick={() => {
              replay.mutate(delivery.id, {
                onSuccess: () => {
                  toastDone(text.replayed);
                  onClose();
                },
                onError: toastFailure,
              });
            }}
          >
            {text.replay}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
