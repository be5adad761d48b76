import { zodResolver } from '@hookform/resolvers/zod';
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useQueryClient } from '@tanstack/react-query';
import { ErrorPanel } from '@/admin/components/error-panel';
import { ErrorSummary } from '@/admin/components/error-summary';
import { LeaveGuard } from '@/admin/components/leave-guard';
import { SaveBar } from '@/admin/components/save-bar';
import { StaleNotice } from '@/admin/components/stale-notice';
import { isProblem } from '@/admin/lib/api/problem';
import { showProblem } from '@/admin/lib/form-errors';
import { useWords } from '@/admin/lib/i18n';
import { settle, typedNow } from '@/admin/lib/settle';
import { useNewest } from '@/admin/lib/use-newest';
import { useMay } from '@/admin/lib/use-session';
import type { WebhookDraft } from '../api/create-webhook';
import type { Webhook } from '../api/list-webhooks';
import { draftOf, useUpdateWebhook } from '../api/update-webhook';
import { words } from '../words';
import { differences } from './differences';
import { WebhookFields } from './webhook-fields';
import { useWebhookSchema } from './webhook-schema';

export function WebhookForm({ webhook }: { webhook: Webhook }) {
  const text = useWords(words);
  const mayManage = useMay('integrations:manage');
  const queries = useQueryClient();
  const update = useUpdateWebhook();
  const [base, setBase] = useState(webhook);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const form = useForm<WebhookDraft>({
    resolver: zodResolver(useWebhookSchema()),
    mode: 'onTouched',
    defaultValues: draftOf(webhook),
  });
  const { isDirty } = form.formState;
  const stale = isProblem(update.error, 412);
  const start = (from: Webhook) => {
    form.reset(draftOf(from));
    setBase(from);
    update.reset();
  };
  useNewest(webhook, base, isDirty, start);
  const send = form.handleSubmit((change) => {
    const sent = typedNow(form);
    update.mutate(
      { base, change },
      {
        onSuccess: (now) => {
          settle(form, sent, draftOf(now));
          setBase(now);
          setSavedAt(Date.now());
        },
        onError: (failure) => {
          showProblem(form, failure);
          void queries.invalidateQueries({ queryKey: ['webhooks', 'one', webhook.id] });
        },
      },
    );
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <ErrorSummary form={form} labels={{ url: text.url, events: text.events }} />
        {stale && (
          <StaleNotice
            differences={differences(form.getValues(), webhook, text)}
            onReload={() => {
              start(webhook);
            }}
            onKeep={() => {
              setBase(webhook);
              update.reset();
            }}
          />
        )}
        {update.isError && !stale && Object.keys(form.formState.errors).length === 0 && (
          <ErrorPanel failure={update.error} />
        )}
        <WebhookFields form={form} readOnly={!mayManage} />
        {mayManage ? (
          <SaveBar
            dirty={isDirty}
            saving={update.isPending}
            savedAt={savedAt}
            onDiscard={() => {
              start(webhook);
            }}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {text.mayNot}
          </Text>
        )}
      </Stack>
      <LeaveGuard dirty={isDirty} />
    </form>
  );
}
