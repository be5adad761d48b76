import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { ErrorSummary } from '@/admin/components/error-summary';
import { showProblem } from '@/admin/lib/form-errors';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { useMe } from '@/admin/lib/use-session';
import { permissionLabel } from '@/admin/permission-words';
import { useCreateKey } from '../api/create-key';
import { words } from '../words';

const days = { month: 30, quarter: 90, year: 365, never: 0 } as const;
const expiries = ['month', 'quarter', 'year', 'never'] as const;

interface KeyFormProps {
  onCreated: (secret: string) => void;
  onCancel: () => void;
}

export function KeyForm({ onCreated, onCancel }: KeyFormProps) {
  const text = useWords(words);
  const shared = useWords(common);
  const locale = useAdminLocale();
  const me = useMe();
  const create = useCreateKey();
  const schema = z.object({
    name: z.string().trim().min(1, shared.required).max(80, shared.tooLong(80)),
    scopes: z.array(z.string()).min(1, shared.required),
    expiry: z.enum(expiries),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: { name: '', scopes: [] as string[], expiry: 'year' as const },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ name, scopes, expiry }) => {
    create.mutate(
      { name, scopes, ...expiryOf(expiry) },
      {
        onSuccess: ({ secret }) => {
          onCreated(secret);
        },
        onError: (failure) => showProblem(form, failure),
      },
    );
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <ErrorSummary form={form} labels={{ name: text.name, scopes: text.scopes }} />
        {create.isError && Object.keys(errors).length === 0 && (
          <ErrorPanel failure={create.error} />
        )}
        <TextInput
          {...form.register('name')}
          data-autofocus
          autoComplete="off"
          label={text.name}
          description={text.nameHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={errors.name?.message}
          required
        />
        <Controller
          control={form.control}
          name="scopes"
          render={({ field }) => (
            <MultiSelect
              {...field}
              label={text.scopes}
              description={text.scopesHelp}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              searchable
              data={me.permissions
                .filter((name) => name.includes(':'))
                .map((name) => ({ value: name, label: permissionLabel(name, locale) }))}
              error={errors.scopes?.message}
              required
            />
          )}
        />
        <Controller
          control={form.control}
          name="expiry"
          render={({ field }) => (
            <Select
              {...field}
              label={text.expires}
              allowDeselect={false}
              data={expiries.map((value) => ({ value, label: text.expiry[value] }))}
            />
          )}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={create.isPending} onClick={onCancel}>
            {shared.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {text.create}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** To the whole day, so that sending it again is sending the same. */
function expiryOf(expiry: keyof typeof days): { expiresAt?: string } {
  if (days[expiry] === 0) return {};
  const end = new Date();
  end.setUTCHours(24 * (days[expiry] + 1), 0, 0, 0);
  return { expiresAt: end.toISOString() };
}
