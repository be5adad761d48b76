import { zodResolver } from '@hookform/resolvers/zod';
import { MultiSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { LanguageField, ZoneField } from '@/admin/components/person-fields';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { ErrorSummary } from '@/admin/components/error-summary';
import { LeaveGuard } from '@/admin/components/leave-guard';
import { Panel } from '@/admin/components/panel';
import { SaveBar } from '@/admin/components/save-bar';
import { type Difference, StaleNotice } from '@/admin/components/stale-notice';
import { isProblem } from '@/admin/lib/api/problem';
import { localized } from '@/admin/lib/format';
import { showProblem } from '@/admin/lib/form-errors';
import { useWords } from '@/admin/lib/i18n';
import { settle, typedNow } from '@/admin/lib/settle';
import { toastDone } from '@/admin/lib/toast';
import { useNewest } from '@/admin/lib/use-newest';
import type { Schema } from '@/admin/schema';
import { locales } from '@/lib/locale';
import { useGetPerson } from '@/admin/lib/requests/get-person';
import { typedOf, useUpdatePerson } from '../api/update-person';
import { personWords } from '../person-words';
import { words } from '../words';
import { useRoleChoices } from './use-role-choices';

type Person = Schema<'Person'>;

interface PersonFormProps {
  person: Person;
  editable: boolean;
}

export function PersonForm({ person, editable }: PersonFormProps) {
  const text = useWords(personWords);
  const names = useWords(words);
  const shared = useWords(common);
  const choices = useRoleChoices();
  const update = useUpdatePerson();
  const current = useGetPerson(person.id);
  const [base, setBase] = useState(person);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const schema = z.object({
    name: z.string().trim().min(1, shared.required).max(120, shared.tooLong(120)),
    language: z.enum(locales),
    zone: z.string(),
    roles: z.array(z.string()).min(1, shared.required),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: typedOf(person),
  });
  const { errors, isDirty } = form.formState;
  const labels = {
    name: names.name,
    language: names.language,
    zone: names.zone,
    roles: names.roles,
  };
  const stale = isProblem(update.error, 412);
  const take = (now: Person) => {
    form.reset(typedOf(now));
    setBase(now);
    update.reset();
  };
  useNewest(person, base, isDirty, take);
  const save = form.handleSubmit((change) => {
    const sent = typedNow(form);
    update.mutate(
      { base, change },
      {
        onSuccess: (saved) => {
          settle(form, sent, typedOf(saved));
          setBase(saved);
          setSavedAt(Date.now());
          toastDone(text.savedToast);
        },
        onError: (failure) => {
          if (isProblem(failure, 412)) void current.refetch();
          else showProblem(form, failure);
        },
      },
    );
  });
  const given = person.roles.map(({ name, title }) => ({ value: name, label: localized(title) }));
  const known = [
    ...choices,
    ...given.filter(({ value }) => !choices.some((c) => c.value === value)),
  ];
  return (
    <Panel title={text.details}>
      <LeaveGuard dirty={isDirty} />
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <ErrorSummary form={form} labels={labels} />
          {stale && (
            <StaleNotice
              differences={differences(form.getValues(), person, labels)}
              onReload={() => {
                take(person);
              }}
              onKeep={() => {
                setBase(person);
                update.reset();
              }}
            />
          )}
          {update.isError && !stale && <ErrorPanel failure={update.error} />}
          <TextInput
            {...form.register('name')}
            autoComplete="off"
            label={names.name}
            disabled={!editable}
            error={errors.name?.message}
          />
          <Controller
            control={form.control}
            name="roles"
            render={({ field }) => (
              <MultiSelect
                {...field}
                label={names.roles}
                description={names.rolesHelp}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                data={known}
                disabled={!editable}
                error={errors.roles?.message}
              />
            )}
          />
          <LanguageField
            control={form.control}
            name="language"
            label={names.language}
            disabled={!editable}
          />
          <ZoneField
            control={form.control}
            name="zone"
            label={names.zone}
            known={person.zone}
            disabled={!editable}
          />
          {editable && (
            <SaveBar
              dirty={isDirty}
              saving={update.isPending}
              savedAt={savedAt}
              onDiscard={() => {
                take(person);
              }}
            />
          )}
        </Stack>
      </form>
    </Panel>
  );
}

function differences(
  typed: ReturnType<typeof typedOf>,
  now: Person,
  labels: Record<keyof ReturnType<typeof typedOf>, string>,
): Difference[] {
  const theirs = typedOf(now);
  return (['name', 'roles', 'language', 'zone'] as const)
    .map((field) => ({
      label: labels[field],
      yours: String(typed[field]),
      theirs: String(theirs[field]),
    }))
    .filter((difference) => difference.yours !== difference.theirs);
}
