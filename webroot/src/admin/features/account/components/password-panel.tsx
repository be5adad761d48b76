import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { Panel } from '@/admin/components/panel';
import { showProblem } from '@/admin/lib/form-errors';
import { useWords } from '@/admin/lib/i18n';
import { toastDone } from '@/admin/lib/toast';
import { useMe } from '@/admin/lib/use-session';
import { useChangePassword } from '../api/change-password';
import { profileWords } from '../profile-words';
import { words } from '../words';
import { PasswordField } from './password-field';
import { passwordRule } from './password-rule';

export function PasswordPanel() {
  const text = useWords(profileWords);
  const gate = useWords(words);
  const shared = useWords(common);
  const me = useMe();
  const change = useChangePassword();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        current: z.string().min(1, shared.required),
        next: passwordRule(gate.passwordShort, shared.tooLong),
      }),
    ),
    defaultValues: { current: '', next: '' },
  });
  const { errors } = form.formState;
  const send = form.handleSubmit((typed) => {
    change.mutate(typed, {
      onSuccess: () => {
        form.reset();
        toastDone(text.passwordChanged);
      },
      onError: (failure) => showProblem(form, failure),
    });
  });
  return (
    <Panel title={text.password}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack>
          <input type="hidden" autoComplete="username" value={me.email} readOnly />
          {change.isError && Object.keys(errors).length === 0 && (
            <ErrorPanel failure={change.error} />
          )}
          <PasswordInput
            {...form.register('current')}
            autoComplete="current-password"
            label={text.passwordCurrent}
            error={errors.current?.message}
          />
          <PasswordField
            {...form.register('next')}
            label={text.passwordNew}
            error={errors.next?.message}
          />
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={change.isPending}>
              {text.passwordChange}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
