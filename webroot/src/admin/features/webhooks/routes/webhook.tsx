import { Button, Stack, Title } from '@mantine/core';
import { Send } from 'lucide-react';
import { useSubject } from '@/admin/lib/use-subject';
import { Loaded } from '@/admin/components/loaded';
import { May } from '@/admin/components/may';
import { PageHeader } from '@/admin/components/page-header';
import { Panel } from '@/admin/components/panel';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { useGetWebhook } from '../api/get-webhook';
import { useTestWebhook } from '../api/test-webhook';
import { Deliveries } from '../components/deliveries';
import { WebhookActions } from '../components/webhook-actions';
import { WebhookForm } from '../components/webhook-form';
import { webhookName } from '../components/webhook-name';
import { words } from '../words';

export function Webhook() {
  const id = useSubject();
  const webhook = useGetWebhook(id);
  return (
    <Loaded query={webhook} heights={[40, 320, 320]}>
      {(found) => (
        <Stack gap="lg">
          <Header id={found.id} url={found.url} />
          <Content webhook={found} />
        </Stack>
      )}
    </Loaded>
  );
}

function Header({ id, url }: { id: string; url: string }) {
  const text = useWords(words);
  const test = useTestWebhook();
  const send = () => {
    test.mutate(id, {
      onSuccess: () => {
        toastDone(text.tested);
      },
      onError: toastFailure,
    });
  };
  return (
    <PageHeader
      title={webhookName(url)}
      description={url}
      actions={
        <May permission="integrations:manage">
          <Button
            variant="default"
            leftSection={<Send size={16} strokeWidth={1.5} aria-hidden />}
            loading={test.isPending}
            onClick={send}
          >
            {text.test}
          </Button>
        </May>
      }
    />
  );
}

function Content({ webhook }: { webhook: Parameters<typeof WebhookForm>[0]['webhook'] }) {
  const text = useWords(words);
  return (
    <>
      <Panel title={text.configuration}>
        <WebhookForm webhook={webhook} />
      </Panel>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {text.deliveries}
        </Title>
        <Deliveries webhook={webhook.id} />
      </Stack>
      <May permission="integrations:manage">
        <Panel title={text.danger}>
          <WebhookActions webhook={webhook} />
        </Panel>
      </May>
    </>
  );
}
