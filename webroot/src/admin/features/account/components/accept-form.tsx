import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { LanguageField } from '@/admin/components/person-fields';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorSummary } from '@/admin/components/error-summary';
import { showProblem } from '@/admin/lib/form-errors';
import { chooseLocale, useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { locales } from '@/lib/locale';
import { useAcceptInvite } from '../api/accept-invite';
import { words } from '../words';
import { LinkRefused } from './link-refused';
import { PasswordField } from './password-field';
import { passwordRule } from './password-rule';

interface AcceptFormProps {
  token: string;
  invite: Schema<'Invite'>;
}

export function AcceptForm({ token, invite }: AcceptFormProps) {
  const text = useWords(words);
  const shared = useWords(common);
  const accept = useAcceptInvite();
  const setup = invite.kind === 'setup';
  const schema = z.object({
    name: z.string().trim().min(1, shared.required).max(120, shared.tooLong(120)),
    email: setup ? z.email(shared.invalidEmail) : z.string(),
    password: passwordRule(text.passwordShort, shared.tooLong),
    language: z.enum(locales),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: {
      name: invite.name,
      email: invite.email,
      password: '',
      language: invite.language,
    },
  });
  const { errors } = form.formState;
  const labels = { name: text.name, email: text.email, password: text.password };
  const send = form.handleSubmit(({ email, ...account }) => {
    accept.mutate(setup ? { token, email, ...account } : { token, ...account }, {
      onSuccess: () => {
        chooseLocale(account.language);
      },
      onError: (failure) => showProblem(form, failure),
    });
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <ErrorSummary form={form} labels={labels} />
        {accept.isError && Object.keys(errors).length === 0 && (
          <LinkRefused failure={accept.error} />
        )}
        {setup && (
          <TextInput
            {...form.register('email')}
            type="email"
            autoComplete="username"
            label={text.email}
            error={errors.email?.message}
          />
        )}
        {!setup && <input type="hidden" autoComplete="username" value={invite.email} readOnly />}
        <TextInput
          {...form.register('name')}
          autoComplete="name"
          label={text.name}
          error={errors.name?.message}
        />
        <PasswordField
          {...form.register('password')}
          label={text.password}
          error={errors.password?.message}
        />
        <LanguageField control={form.control} name="language" label={text.language} />
        <Button type="submit" loading={accept.isPending}>
          {text.inviteSave}
        </Button>
      </Stack>
    </form>
  );
}
