import { expect, test } from 'vitest';
import { answerWith } from '@/testing/answer';
import { getJson, isRecord } from './get-json';

const parseName = (value: unknown) =>
  isRecord(value) && typeof value['name'] === 'string' ? value['name'] : null;
const never = new AbortController().signal;

test('reads an answer in the expected shape', async () => {
  answerWith({ '/name': { body: { name: 'Ada' } } });
  await expect(getJson('/name', parseName, never)).resolves.toBe('Ada');
});

test('takes a body that parses also with an error status', async () => {
  answerWith({ '/name': { status: 503, body: { name: 'Ada' } } });
  await expect(getJson('/name', parseName, never)).resolves.toBe('Ada');
});

test('refuses an answer in another shape', async () => {
  answerWith({ '/name': { status: 404, body: { title: 'Not found' } } });
  await expect(getJson('/name', parseName, never)).rejects.toThrow('/name answered 404');
});

test('does not take a list for a record', () => {
  expect(isRecord([])).toBe(false);
  expect(isRecord(null)).toBe(false);
});
