import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { isProblem } from './api/problem';

/** "/roles/0" names the field "roles.0", as a form calls it. */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^\/(body\/)?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** Puts what the API refused beside the fields it means; false when something belongs to none. */
export function showProblem<T extends FieldValues>(
  form: UseFormReturn<T>,
  failure: unknown,
): boolean {
  if (!isProblem(failure) || failure.errors.length === 0) return false;
  const known = form.getValues();
  let all = true;
  let first = true;
  for (const error of failure.errors) {
    const field = knownField(fieldOf(error.pointer), known);
    if (field === null) {
      all = false;
      continue;
    }
    form.setError(
      field as FieldPath<T>,
      { type: error.code, message: error.message },
      { shouldFocus: first },
    );
    first = false;
  }
  return all;
}

function knownField(field: string, known: object): string | null {
  let name = field;
  for (;;) {
    if (has(name, known)) return name;
    const dot = name.lastIndexOf('.');
    if (dot < 0) return null;
    name = name.slice(0, dot);
  }
}

function has(name: string, known: unknown): boolean {
  let value: unknown = known;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !(part in value)) return false;
    value = (value as Record<string, unknown>)[part];
  }
  return (
    Array.isArray(known) || typeof value !== 'object' || value === null || Array.isArray(value)
  );
}
