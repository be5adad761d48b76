import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { isProblem } from '@/admin/lib/api/problem';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { useLogin } from '../api/login';
import { words } from '../words';
import { Refused } from './refused';

interface PasswordFormProps {
  unlock?: string | undefined;
  onAnswer: (answer: Schema<'SignIn'>) => void;
}

export function PasswordForm({ unlock, onAnswer }: PasswordFormProps) {
  const text = useWords(words);
  const shared = useWords(common);
  const login = useLogin();
  const schema = z.object({
    email: z.email(shared.invalidEmail),
    password: z.string().min(1, shared.required),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;
  const send = form.handleSubmit((typed) => {
    login.mutate(unlock === undefined ? typed : { ...typed, unlock }, {
      onSuccess: onAnswer,
      onError: (failure) => {
        if (isProblem(failure, 401)) form.resetField('password');
        form.setFocus('password');
      },
    });
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        {login.isError && <Refused failure={login.error} email={form.getValues('email')} />}
        <TextInput
          {...form.register('email')}
          type="email"
          autoComplete="username webauthn"
          label={text.email}
          error={errors.email?.message}
        />
        <PasswordInput
          {...form.register('password')}
          autoComplete="current-password"
          label={text.password}
          error={errors.password?.message}
        />
        <Group justify="flex-end">
          <Anchor component={Link} to={adminPaths.screens.forgot} size="sm">
            {text.forgot}
          </Anchor>
        </Group>
        <Button type="submit" loading={login.isPending} fullWidth>
          {text.signIn}
        </Button>
      </Stack>
    </form>
  );
}
