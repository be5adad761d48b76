import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';

/** What a form holds now, to see later whether somebody typed on. */
export function typedNow<T extends FieldValues>(form: UseFormReturn<T>): string {
  return JSON.stringify(form.getValues());
}

/** Starts from what was saved; what was typed since it was sent stays, not saved yet. */
export function settle<T extends FieldValues>(
  form: UseFormReturn<T>,
  sent: string,
  saved: DefaultValues<T>,
): void {
  form.reset(saved, { keepDirtyValues: false, keepValues: typedNow(form) !== sent });
}
