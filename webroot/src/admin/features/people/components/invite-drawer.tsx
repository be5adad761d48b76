import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Drawer, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { LanguageField } from '@/admin/components/person-fields';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { ErrorSummary } from '@/admin/components/error-summary';
import { showProblem } from '@/admin/lib/form-errors';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { toastDone } from '@/admin/lib/toast';
import { locales } from '@/lib/locale';
import { useInvitePerson } from '../api/invite-person';
import { words } from '../words';
import { useRoleChoices } from './use-role-choices';

interface InviteDrawerProps {
  opened: boolean;
  onClose: () => void;
}

export function InviteDrawer({ opened, onClose }: InviteDrawerProps) {
  const text = useWords(words);
  return (
    <Drawer opened={opened} onClose={onClose} position="right" title={text.inviteTitle}>
      <InviteForm onClose={onClose} />
    </Drawer>
  );
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const text = useWords(words);
  const shared = useWords(common);
  const choices = useRoleChoices();
  const invite = useInvitePerson();
  const schema = z.object({
    email: z.email(shared.invalidEmail).max(254, shared.tooLong(254)),
    name: z.string().trim().min(1, shared.required).max(120, shared.tooLong(120)),
    language: z.enum(locales),
    roles: z.array(z.string()).min(1, shared.required),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: { email: '', name: '', language: useAdminLocale(), roles: [] as string[] },
  });
  const { errors } = form.formState;
  const labels = {
    email: text.email,
    name: text.name,
    language: text.language,
    roles: text.roles,
  };
  const send = form.handleSubmit((draft) => {
    invite.mutate(draft, {
      onSuccess: () => {
        toastDone(text.invited(draft.email));
        onClose();
      },
      onError: (failure) => showProblem(form, failure),
    });
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {text.inviteHelp}
        </Text>
        <ErrorSummary form={form} labels={labels} />
        {invite.isError && <ErrorPanel failure={invite.error} />}
        <TextInput
          {...form.register('email')}
          data-autofocus
          type="email"
          autoComplete="off"
          label={text.email}
          description={text.emailHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={errors.email?.message}
          required
        />
        <TextInput
          {...form.register('name')}
          autoComplete="off"
          label={text.name}
          error={errors.name?.message}
          required
        />
        <Controller
          control={form.control}
          name="roles"
          render={({ field }) => (
            <MultiSelect
              {...field}
              label={text.roles}
              description={text.rolesHelp}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={choices}
              error={errors.roles?.message}
              required
            />
          )}
        />
        <LanguageField
          control={form.control}
          name="language"
          label={text.language}
          description={text.languageHelp}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {text.sendInvite}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
