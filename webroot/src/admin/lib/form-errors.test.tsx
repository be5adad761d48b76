import { renderHook } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import { Problem } from './api/problem';
import { fieldOf, showProblem } from './form-errors';

const problem = (...pointers: string[]) =>
  new Problem({
    type: '/docs/problems/invalid',
    title: 'Invalid',
    status: 400,
    instance: '/people',
    requestId: 'r1',
    errors: pointers.map((pointer) => ({ pointer, code: 'x', message: `wrong at ${pointer}` })),
  });

function formOf() {
  const defaultValues = { email: '', title: { en: '' }, roles: [] as string[] };
  return renderHook(() => useForm({ defaultValues })).result.current;
}

test('reads a pointer as the name of a field', () => {
  expect(fieldOf('/body/title/en')).toBe('title.en');
  expect(fieldOf('/a~1b/m~0n')).toBe('a/b.m~n');
});

test('puts each refusal beside its field', () => {
  const form = formOf();

  expect(showProblem(form, problem('/email', '/title/en', '/roles/0'))).toBe(true);

  expect(form.getFieldState('email').error?.message).toBe('wrong at /email');
  expect(form.getFieldState('title.en').error?.message).toBe('wrong at /title/en');
  expect(form.getFieldState('roles').error?.message).toBe('wrong at /roles/0');
});

test('says so when a refusal belongs to no field', () => {
  expect(showProblem(formOf(), problem('/header/If-Match'))).toBe(false);
  expect(showProblem(formOf(), new TypeError('no answer'))).toBe(false);
});
