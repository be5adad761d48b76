import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { LanguageField } from '@/admin/components/person-fields';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { showProblem } from '@/admin/lib/form-errors';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { toastDone } from '@/admin/lib/toast';
import { useMe } from '@/admin/lib/use-session';
import { locales } from '@/lib/locale';
import { useSendTestMail } from '../api/send-test-mail';
import { words } from '../words';

interface TestMailDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function TestMailDialog({ opened, onClose }: TestMailDialogProps) {
  const text = useWords(words);
  return (
    <Modal opened={opened} onClose={onClose} title={text.test}>
      <TestMailForm onClose={onClose} />
    </Modal>
  );
}

function TestMailForm({ onClose }: { onClose: () => void }) {
  const text = useWords(words);
  const shared = useWords(common);
  const me = useMe();
  const sending = useSendTestMail();
  const schema = z.object({
    to: z.email(shared.invalidEmail).max(254, shared.tooLong(254)),
    language: z.enum(locales),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: { to: me.email, language: useAdminLocale() },
  });
  const send = form.handleSubmit((draft) => {
    sending.mutate(draft, {
      onSuccess: () => {
        toastDone(text.tested(draft.to));
        onClose();
      },
      onError: (failure) => showProblem(form, failure),
    });
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <Text size="sm">{text.testHelp}</Text>
        {sending.isError && <ErrorPanel failure={sending.error} />}
        <TextInput
          {...form.register('to')}
          data-autofocus
          type="email"
          autoComplete="off"
          label={text.testTo}
          error={form.formState.errors.to?.message}
          required
        />
        <LanguageField control={form.control} name="language" label={text.language} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button type="submit" loading={sending.isPending}>
            {text.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
