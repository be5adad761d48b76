import { Checkbox, Stack, Switch, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useWords } from '@/admin/lib/i18n';
import type { WebhookDraft } from '../api/create-webhook';
import { words } from '../words';
import { events } from './webhook-schema';

interface WebhookFieldsProps {
  form: UseFormReturn<WebhookDraft>;
  readOnly?: boolean;
}

export function WebhookFields({ form, readOnly = false }: WebhookFieldsProps) {
  const text = useWords(words);
  const { errors } = form.formState;
  return (
    <>
      <TextInput
        {...form.register('url')}
        type="url"
        autoComplete="off"
        label={text.url}
        description={text.urlHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={errors.url?.message}
        readOnly={readOnly}
        required
      />
      <Controller
        control={form.control}
        name="events"
        render={({ field: { ref, ...field } }) => (
          <Checkbox.Group {...field} label={text.events} error={errors.events?.message}>
            <Stack gap="xs" mt="xs">
              {events.map((event, index) => (
                <Checkbox
                  key={event}
                  {...(index === 0 && { ref })}
                  value={event}
                  disabled={readOnly}
                  label={text.eventNames[event]}
                  description={event}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      />
      <Controller
        control={form.control}
        name="active"
        render={({ field: { value, ...field } }) => (
          <Switch
            {...field}
            checked={value}
            disabled={readOnly}
            label={text.active}
            description={text.activeHelp}
          />
        )}
      />
    </>
  );
}
