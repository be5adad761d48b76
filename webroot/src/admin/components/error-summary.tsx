import { Alert, Anchor, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FieldErrors, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';

interface ErrorSummaryProps<T extends FieldValues> {
  form: UseFormReturn<T>;
  labels: Partial<Record<FieldPath<T>, string>>;
}

/** After a refused submit: every field that needs attention, with the focus on the list. */
export function ErrorSummary<T extends FieldValues>({ form, labels }: ErrorSummaryProps<T>) {
  const words = useWords(common);
  const box = useRef<HTMLDivElement>(null);
  const { errors, submitCount } = form.formState;
  const faults = submitCount > 0 ? listed(errors) : [];
  const count = faults.length;
  useEffect(() => {
    if (submitCount > 0 && count > 0) box.current?.focus();
    // A field that is corrected must not pull the focus back here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [submitCount]);
  if (count === 0) return null;
  return (
    <Alert ref={box} color="red" role="alert" tabIndex={-1} title={words.errors(count)}>
      <List size="sm">
        {faults.map(([name, message]) => (
          <List.Item key={name}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              c="inherit"
              underline="always"
              ta="left"
              onClick={() => {
                form.setFocus(name as FieldPath<T>);
              }}
            >
              {labels[name as FieldPath<T>] ?? name}: {message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function listed<T extends FieldValues>(errors: FieldErrors<T>): [string, string][] {
  return Object.entries(errors).map(([name, error]) => [name, messageOf(error)]);
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('message' in error && typeof error.message === 'string') return error.message;
  return (
    Object.values(error)
      .map(messageOf)
      .find((message) => message !== '') ?? ''
  );
}
