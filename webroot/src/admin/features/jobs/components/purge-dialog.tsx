import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { useFormat } from '@/admin/lib/format';
import { showProblem } from '@/admin/lib/form-errors';
import { useWords } from '@/admin/lib/i18n';
import { toastDone } from '@/admin/lib/toast';
import { usePurgeJobs } from '../api/purge-jobs';
import { words } from '../words';

interface PurgeDialogProps {
  opened: boolean;
  onClose: () => void;
}

const order = ['label', 'input', 'description', 'error'] as (
  'label' | 'input' | 'description' | 'error'
)[];
const usualDays = 30;
const mostDays = 3650;

export function PurgeDialog({ opened, onClose }: PurgeDialogProps) {
  const text = useWords(words);
  return (
    <Modal opened={opened} onClose={onClose} title={text.purgeTitle}>
      <PurgeForm onClose={onClose} />
    </Modal>
  );
}

function PurgeForm({ onClose }: { onClose: () => void }) {
  const text = useWords(words);
  const shared = useWords(common);
  const format = useFormat();
  const purge = usePurgeJobs();
  const schema = z.object({
    olderThanDays: z.int(text.daysInvalid).min(0, text.daysInvalid).max(mostDays, text.daysInvalid),
    kind: z
      .string()
      .trim()
      .max(60, shared.tooLong(60))
      .regex(/^([a-z][a-z0-9.-]*)?$/, text.kindInvalid),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: { olderThanDays: usualDays, kind: '' },
  });
  const { errors } = form.formState;
  const send = form.handleSubmit(({ olderThanDays, kind }) => {
    purge.mutate(kind === '' ? { olderThanDays } : { olderThanDays, kind }, {
      onSuccess: ({ purged }) => {
        toastDone(text.purged(format.number(purged)));
        onClose();
      },
      onError: (failure) => showProblem(form, failure),
    });
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <Text size="sm">{text.purgeText}</Text>
        {purge.isError && <ErrorPanel failure={purge.error} />}
        <Controller
          control={form.control}
          name="olderThanDays"
          render={({ field }) => (
            <NumberInput
              {...field}
              data-autofocus
              label={text.purgeDays}
              description={text.purgeDaysHelp}
              inputWrapperOrder={order}
              allowDecimal={false}
              allowNegative={false}
              error={errors.olderThanDays?.message}
            />
          )}
        />
        <TextInput
          {...form.register('kind')}
          autoComplete="off"
          label={text.purgeKind}
          description={text.purgeKindHelp}
          inputWrapperOrder={order}
          error={errors.kind?.message}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {shared.cancel}
          </Button>
          <Button type="submit" color="red" loading={purge.isPending}>
            {text.purgeAction}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
