import { expect, test } from 'vitest';
import type { Catalogue } from './i18n';

const modules: Record<string, Record<string, unknown>> = import.meta.glob(
  ['../common.ts', '../**/*words.ts', '../app/navigation.ts'],
  { eager: true },
);

const catalogues = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter((entry): entry is [string, Catalogue<object>] => isCatalogue(entry[1]))
    .map(([name, words]) => [`${file} ${name}`, words] as const),
);

function isCatalogue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'en' in value && 'de' in value;
}

function leaves(words: object, path = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}.${key}`)
      : [[`${path}.${key}`, value] as [string, unknown]],
  );
}

test('finds the words of every feature', () => {
  expect(catalogues.length).toBeGreaterThan(8);
});

test.each(catalogues)('%s says everything in both languages', (_name, words) => {
  const english = leaves(words.en);
  const german = leaves(words.de);

  expect(german.map(([path]) => path)).toEqual(english.map(([path]) => path));
  for (const [path, value] of [...english, ...german]) {
    if (typeof value === 'string') expect(value.trim(), path).not.toBe('');
    else expect(typeof value, path).toBe('function');
  }
});

test.each(catalogues)('%s fills the same gaps in both languages', (_name, words) => {
  const german = new Map(leaves(words.de));
  for (const [path, value] of leaves(words.en)) {
    if (typeof value === 'function')
      expect((german.get(path) as () => void).length).toBe(value.length);
  }
});
