import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, NumberInput, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { ErrorSummary } from '@/admin/components/error-summary';
import { LeaveGuard } from '@/admin/components/leave-guard';
import { SaveBar } from '@/admin/components/save-bar';
import { StaleNotice } from '@/admin/components/stale-notice';
import { isProblem } from '@/admin/lib/api/problem';
import { localized } from '@/admin/lib/format';
import { showProblem } from '@/admin/lib/form-errors';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { settle, typedNow } from '@/admin/lib/settle';
import { toastDone } from '@/admin/lib/toast';
import { useNewest } from '@/admin/lib/use-newest';
import type { Schema } from '@/admin/schema';
import { useGetRole } from '../api/get-role';
import { useSaveRole } from '../api/save-role';
import { roleWords } from '../role-words';
import { PermissionPicker } from './permission-picker';
import { roleDifferences } from './role-differences';

type Role = Schema<'Role'>;

interface RoleFormProps {
  existing: Role | null;
  editable: boolean;
  onSaved?: (role: Role) => void;
}

const usualRank = 10;

export function RoleForm({ existing: role, editable, onSaved }: RoleFormProps) {
  const text = useWords(roleWords);
  const shared = useWords(common);
  const locale = useAdminLocale();
  const save = useSaveRole();
  const current = useGetRole(role?.id ?? '');
  const [base, setBase] = useState(role);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const title = z.string().trim().min(1, shared.required).max(80, shared.tooLong(80));
  const schema = z.object({
    name: role ? z.string() : z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, text.nameShape),
    title: z.object({ en: title, de: title }),
    rank: role?.builtIn
      ? z.number()
      : z.int(text.rankShape).min(1, text.rankShape).max(39, text.rankShape),
    permissions: z.array(z.string()),
    secondFactor: z.boolean(),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: typedOf(role),
  });
  const { errors, isDirty } = form.formState;
  const made = role === null && save.isSuccess ? save.data : null;
  const stale = isProblem(save.error, 412);
  const take = (now: Role | null) => {
    form.reset(typedOf(now));
    setBase(now);
    save.reset();
  };
  useNewest(role, base, isDirty, take);
  const submit = form.handleSubmit(({ name, ...draft }) => {
    const sent = typedNow(form);
    save.mutate(
      { existing: base, name, draft },
      {
        onSuccess: (saved) => {
          toastDone(text.saved(localized(saved.title)));
          if (role === null) return;
          settle(form, sent, typedOf(saved));
          setBase(saved);
          setSavedAt(Date.now());
        },
        onError: (failure) => {
          if (isProblem(failure, 412)) void current.refetch();
          else showProblem(form, failure);
        },
      },
    );
  });
  const onMade = useEffectEvent((now: Role) => onSaved?.(now));
  useEffect(() => {
    // Only now the guard knows that there is nothing to lose.
    if (made !== null) onMade(made);
  }, [made]);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <LeaveGuard dirty={isDirty && made === null} />
      <Stack>
        <ErrorSummary
          form={form}
          labels={{ name: text.name, title: text.titleEn, rank: text.rank }}
        />
        {stale && (
          <StaleNotice
            differences={roleDifferences(
              form.getValues(),
              typedOf(role),
              { ...text, ...shared },
              locale,
            )}
            onReload={() => {
              take(role);
            }}
            onKeep={() => {
              setBase(role);
              save.reset();
            }}
          />
        )}
        {save.isError && !stale && <ErrorPanel failure={save.error} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            {...form.register('title.en')}
            label={text.titleEn}
            required
            disabled={!editable}
            error={errors.title?.en?.message}
          />
          <TextInput
            {...form.register('title.de')}
            label={text.titleDe}
            required
            disabled={!editable}
            error={errors.title?.de?.message}
          />
          <TextInput
            {...form.register('name')}
            label={text.name}
            description={text.nameHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required={role === null}
            disabled={!editable || role !== null}
            error={errors.name?.message}
          />
          <Controller
            control={form.control}
            name="rank"
            render={({ field }) => (
              <NumberInput
                {...field}
                label={text.rank}
                description={text.rankHelp}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                required
                disabled={!editable}
                allowDecimal={false}
                error={errors.rank?.message}
              />
            )}
          />
        </SimpleGrid>
        <Checkbox
          {...form.register('secondFactor')}
          label={text.factorLabel}
          disabled={!editable}
        />
        <Title order={2} size="h4">
          {text.permissions}
        </Title>
        <Controller
          control={form.control}
          name="permissions"
          render={({ field }) => (
            <PermissionPicker value={field.value} onChange={field.onChange} disabled={!editable} />
          )}
        />
        {editable && (
          <SaveBar
            dirty={isDirty}
            saving={save.isPending}
            savedAt={savedAt}
            {...(role === null && { label: text.create })}
            onDiscard={() => {
              take(role);
            }}
          />
        )}
      </Stack>
    </form>
  );
}

function typedOf(role: Role | null) {
  return {
    name: role?.name ?? '',
    title: { en: role?.title.en ?? '', de: role?.title.de ?? '' },
    rank: role?.rank ?? usualRank,
    permissions: role?.permissions ?? [],
    secondFactor: role?.secondFactor ?? false,
  };
}
