import { Alert, Button, Code, Drawer, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { Figures } from '@/admin/components/figures';
import { Loaded } from '@/admin/components/loaded';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { useGetMail } from '../api/get-mail';
import type { Mail } from '../api/list-mails';
import { useRetryMail } from '../api/retry-mail';
import { words } from '../words';
import { MailState } from './mail-state';
import './mail-drawer.css';

interface MailDrawerProps {
  id: string | null;
  onClose: () => void;
}

export function MailDrawer({ id, onClose }: MailDrawerProps) {
  const text = useWords(words);
  return (
    <Drawer opened={id !== null} onClose={onClose} position="right" size="xl" title={text.mail}>
      {id !== null && <MailDetail id={id} />}
    </Drawer>
  );
}

function MailDetail({ id }: { id: string }) {
  const mail = useGetMail(id);
  return (
    <Loaded query={mail} heights={[30, 120, 400]}>
      {(found) => <MailFacts mail={found} />}
    </Loaded>
  );
}

function MailFacts({ mail }: { mail: Mail }) {
  const text = useWords(words);
  const format = useFormat();
  return (
    <Stack>
      <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
        <Title order={3} size="h5" lang={mail.language}>
          {mail.subject}
        </Title>
        <MailState state={mail.state} />
      </Group>
      <Figures
        figures={[
          { label: text.recipient, value: mail.recipient },
          { label: text.created, value: format.dateTime(mail.createdAt) },
          {
            label: text.sent,
            value: mail.sentAt === undefined ? '–' : format.dateTime(mail.sentAt),
          },
          { label: text.attempts, value: format.number(mail.attempts) },
        ]}
      />
      {mail.lastError !== undefined && (
        <Alert color="red" variant="light" title={text.error}>
          {mail.lastError}
        </Alert>
      )}
      {mail.state === 'failed' && <Retry id={mail.id} />}
      <MailWords mail={mail} />
    </Stack>
  );
}

function Retry({ id }: { id: string }) {
  const text = useWords(words);
  const retry = useRetryMail();
  return (
    <Group>
      <Button
        loading={retry.isPending}
        onClick={() => {
          retry.mutate(id, {
            onSuccess: () => {
              toastDone(text.retried);
            },
            onError: toastFailure,
          });
        }}
      >
        {text.retry}
      </Button>
    </Group>
  );
}

function MailWords({ mail }: { mail: Mail }) {
  const text = useWords(words);
  const headers = Object.entries(mail.headers);
  return (
    <Tabs defaultValue="html">
      <Tabs.List mb="sm">
        <Tabs.Tab value="html">{text.html}</Tabs.Tab>
        <Tabs.Tab value="plain">{text.plain}</Tabs.Tab>
        {headers.length > 0 && <Tabs.Tab value="headers">{text.headers}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="html">
        {mail.html === undefined ? (
          <Text size="sm">{text.noHtml}</Text>
        ) : (
          <iframe
            className="mail-frame"
            title={text.frame(mail.subject)}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={mail.html}
          />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="plain">
        {mail.text === undefined ? (
          <Text size="sm">{text.noPlain}</Text>
        ) : (
          <Code block className="shown-once" tabIndex={0} role="region" aria-label={text.plain}>
            {mail.text}
          </Code>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="headers">
        <Code block className="shown-once" tabIndex={0} role="region" aria-label={text.headers}>
          {headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
        </Code>
      </Tabs.Panel>
    </Tabs>
  );
}
