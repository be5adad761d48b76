import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { useRequestReset } from '../api/request-reset';
import { GateCard } from '../components/gate-card';
import { words } from '../words';

export function Forgot() {
  const text = useWords(words);
  const shared = useWords(common);
  const request = useRequestReset();
  const form = useForm({
    resolver: zodResolver(z.object({ email: z.email(shared.invalidEmail) })),
    defaultValues: { email: '' },
  });
  const send = form.handleSubmit(({ email }) => {
    request.mutate(email);
  });
  return (
    <GateCard title={text.forgotTitle} text={text.forgotText}>
      {request.isSuccess ? (
        <Alert color="green" role="status">
          {text.forgotSent}
        </Alert>
      ) : (
        <form onSubmit={(event) => void send(event)} noValidate>
          <Stack>
            {request.isError && <ErrorPanel failure={request.error} />}
            <TextInput
              {...form.register('email')}
              type="email"
              autoComplete="username"
              label={text.email}
              error={form.formState.errors.email?.message}
            />
            <Button type="submit" loading={request.isPending}>
              {text.forgotSend}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to={adminPaths.screens.login} size="sm">
        {text.backToLogin}
      </Anchor>
    </GateCard>
  );
}
