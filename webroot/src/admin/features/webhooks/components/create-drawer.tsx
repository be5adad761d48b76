import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { ErrorSummary } from '@/admin/components/error-summary';
import { showProblem } from '@/admin/lib/form-errors';
import { useHeld } from '@/admin/lib/held';
import { useWords } from '@/admin/lib/i18n';
import { useCreateWebhook, type WebhookDraft } from '../api/create-webhook';
import { words } from '../words';
import { WebhookFields } from './webhook-fields';
import { useWebhookSchema } from './webhook-schema';

interface CreateDrawerProps {
  opened: boolean;
  onClose: () => void;
  onCreated: (secret: string) => void;
}

export function CreateDrawer({ opened, onClose, onCreated }: CreateDrawerProps) {
  const text = useWords(words);
  const held = useHeld(false);
  return (
    <Drawer opened={opened} onClose={onClose} position="right" title={text.create} {...held}>
      <CreateForm onClose={onClose} onCreated={onCreated} />
    </Drawer>
  );
}

function CreateForm({ onClose, onCreated }: Omit<CreateDrawerProps, 'opened'>) {
  const text = useWords(words);
  const shared = useWords(common);
  const create = useCreateWebhook();
  const form = useForm<WebhookDraft>({
    resolver: zodResolver(useWebhookSchema()),
    mode: 'onTouched',
    defaultValues: { url: '', events: [], active: true },
  });
  const send = form.handleSubmit((draft) => {
    create.mutate(draft, {
      onSuccess: ({ secret }) => {
        onCreated(secret);
      },
      onError: (failure) => showProblem(form, failure),
    });
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <ErrorSummary form={form} labels={{ url: text.url, events: text.events }} />
        {create.isError && Object.keys(form.formState.errors).length === 0 && (
          <ErrorPanel failure={create.error} />
        )}
        <WebhookFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" disabled={create.isPending} onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {text.createAction}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
