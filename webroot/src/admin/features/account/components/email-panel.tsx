import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { Panel } from '@/admin/components/panel';
import { showProblem } from '@/admin/lib/form-errors';
import { useWords } from '@/admin/lib/i18n';
import { useMe } from '@/admin/lib/use-session';
import { useChangeEmail } from '../api/change-email';
import { profileWords } from '../profile-words';

export function EmailPanel() {
  const text = useWords(profileWords);
  const shared = useWords(common);
  const me = useMe();
  const change = useChangeEmail();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        email: z.email(shared.invalidEmail).max(254, shared.tooLong(254)),
        password: z.string().min(1, shared.required),
      }),
    ),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;
  const send = form.handleSubmit((typed) => {
    change.mutate(typed, {
      onSuccess: () => {
        form.reset();
      },
      onError: (failure) => showProblem(form, failure),
    });
  });
  return (
    <Panel title={text.email}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack>
          <Text size="sm">{text.emailNow(me.email)}</Text>
          {change.isError && Object.keys(errors).length === 0 && (
            <ErrorPanel failure={change.error} />
          )}
          {change.isSuccess && (
            <Alert color="green" role="status">
              {text.emailSent(change.variables.email)}
            </Alert>
          )}
          <TextInput
            {...form.register('email')}
            type="email"
            autoComplete="email"
            label={text.emailNew}
            description={text.emailHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={errors.email?.message}
          />
          <PasswordInput
            {...form.register('password')}
            autoComplete="current-password"
            label={text.passwordCurrent}
            error={errors.password?.message}
          />
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={change.isPending}>
              {text.emailChange}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
