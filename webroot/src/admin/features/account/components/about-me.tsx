import { zodResolver } from '@hookform/resolvers/zod';
import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
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
import { showProblem } from '@/admin/lib/form-errors';
import { chooseLocale, useWords } from '@/admin/lib/i18n';
import { settle, typedNow } from '@/admin/lib/settle';
import { useMe } from '@/admin/lib/use-session';
import { locales } from '@/lib/locale';
import { reloadMe } from '../api/get-me';
import { useUpdateMe } from '../api/update-me';
import { profileWords } from '../profile-words';

export function AboutMe() {
  const text = useWords(profileWords);
  const shared = useWords(common);
  const me = useMe();
  const update = useUpdateMe();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const schema = z.object({
    name: z.string().trim().min(1, shared.required).max(120, shared.tooLong(120)),
    language: z.enum(locales),
    zone: z.string(),
  });
  const { name, language, zone } = me;
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    values: { name, language, zone },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const labels = { name: text.name, language: text.language, zone: text.zone };
  const stale = isProblem(update.error, 412);
  const restart = () => {
    form.reset({ name, language, zone }, { keepDirtyValues: false });
    update.reset();
  };
  const save = form.handleSubmit((change) => {
    const sent = typedNow(form);
    update.mutate(
      { version: me.version, change },
      {
        onSuccess: (saved) => {
          settle(form, sent, { name: saved.name, language: saved.language, zone: saved.zone });
          chooseLocale(saved.language);
          setSavedAt(Date.now());
        },
        onError: (failure) => {
          if (isProblem(failure, 412)) void reloadMe();
          else showProblem(form, failure);
        },
      },
    );
  });
  const differences = (): Difference[] => {
    const typed = form.getValues();
    return (['name', 'language', 'zone'] as const)
      .filter((field) => typed[field] !== me[field])
      .map((field) => ({ label: labels[field], yours: typed[field], theirs: me[field] }));
  };
  return (
    <Panel title={text.person}>
      <LeaveGuard dirty={isDirty} />
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <ErrorSummary form={form} labels={labels} />
          {stale && (
            <StaleNotice differences={differences()} onReload={restart} onKeep={update.reset} />
          )}
          {update.isError && !stale && <ErrorPanel failure={update.error} />}
          <TextInput
            {...form.register('name')}
            autoComplete="name"
            label={text.name}
            error={errors.name?.message}
          />
          <LanguageField
            control={form.control}
            name="language"
            label={text.language}
            description={text.languageHelp}
          />
          <ZoneField control={form.control} name="zone" label={text.zone} known={zone} />
          <SaveBar
            dirty={isDirty}
            saving={update.isPending}
            savedAt={savedAt}
            onDiscard={restart}
          />
        </Stack>
      </form>
    </Panel>
  );
}
