import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { showProblem } from '@/admin/lib/form-errors';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { useCompleteReset } from '../api/complete-reset';
import { GateCard } from '../components/gate-card';
import { LinkRefused } from '../components/link-refused';
import { PasswordField } from '../components/password-field';
import { passwordRule } from '../components/password-rule';
import { useLinkToken } from '../components/use-link-token';
import { words } from '../words';

export function Reset() {
  const text = useWords(words);
  const shared = useWords(common);
  const token = useLinkToken();
  const reset = useCompleteReset();
  const form = useForm({
    resolver: zodResolver(z.object({ password: passwordRule(text.passwordShort, shared.tooLong) })),
    mode: 'onTouched',
    defaultValues: { password: '' },
  });
  const { errors } = form.formState;
  const send = form.handleSubmit(({ password }) => {
    reset.mutate({ token, password }, { onError: (failure) => showProblem(form, failure) });
  });
  if (reset.isSuccess) {
    return (
      <GateCard title={text.resetTitle}>
        <Alert color="green" role="status">
          {text.resetDone}
        </Alert>
        <Button component={Link} to={adminPaths.screens.login}>
          {text.signIn}
        </Button>
      </GateCard>
    );
  }
  return (
    <GateCard title={text.resetTitle} text={text.resetText}>
      {reset.isError && errors.password === undefined && <LinkRefused failure={reset.error} />}
      <form onSubmit={(event) => void send(event)} noValidate>
        <Stack>
          <PasswordField
            {...form.register('password')}
            label={text.password}
            error={errors.password?.message}
          />
          <Button type="submit" loading={reset.isPending}>
            {text.resetSave}
          </Button>
        </Stack>
      </form>
    </GateCard>
  );
}
