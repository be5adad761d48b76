import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from '@/entry-server';
import { storyAt, storyNames } from '@/features/pages/testing/stories';
import { Site } from './site';

const paths = storyNames.flatMap((name) => [`/stories/${name}`, `/de/stories/${name}`]);

afterEach(() => {
  cleanup();
  document.body.innerHTML = '';
});

async function takeOver(path: string): Promise<unknown[]> {
  const view = storyAt(path);
  document.body.innerHTML = `<div id="root">${render(view).body}</div>`;
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  const complaints: unknown[] = [];
  const onRecoverableError = (error: unknown) => complaints.push(error);
  await act(async () => {
    hydrateRoot(root, <Site initial={view} />, { onRecoverableError });
    await Promise.resolve();
  });
  return complaints;
}

test.each(paths)('%s reads completely and is taken over without a difference', async (path) => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await takeOver(path)).toEqual([]);
  expect(complain.mock.calls).toEqual([]);
  expect(document.querySelectorAll('h1')).toHaveLength(1);
  expect(document.querySelectorAll('img:not([width][height])')).toHaveLength(0);
});

test.each(paths)('%s gives no anchor twice', (path) => {
  document.body.innerHTML = render(storyAt(path)).body;
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the language switch keeps the page', () => {
  document.body.innerHTML = render(storyAt('/stories/article')).body;
  expect(screen.getByRole('link', { name: /auf Deutsch/ }).getAttribute('href')).toBe(
    '/de/stories/article',
  );
  document.body.innerHTML = render(storyAt('/de/stories/fallback')).body;
  expect(screen.getByRole('link', { name: /in English/ }).getAttribute('href')).toBe(
    '/stories/fallback',
  );
});

test('says when a page is not translated, and in which language its words are', () => {
  document.body.innerHTML = render(storyAt('/de/stories/fallback')).body;
  expect(screen.getByText(/bisher nur auf Englisch/)).toBeDefined();
  expect(screen.getByRole('main').lang).toBe('en');
});

test('Escape closes the menu until the pointer comes back', async () => {
  await takeOver('/stories/article');
  const menu = screen.getByRole('navigation', { name: 'Main' });
  fireEvent.keyDown(document, { key: 'Escape' });
  expect(menu.className).toContain('main-menu--dismissed');
  fireEvent.focus(menu);
  expect(menu.className).not.toContain('main-menu--dismissed');
});

test('asks nothing of a video host before the visitor plays', async () => {
  const view = storyAt('/stories/blocks');
  const apart = document.createElement('div');
  apart.innerHTML = render(view).body;
  await act(() => Promise.resolve(hydrateRoot(apart, <Site initial={view} />)));
  expect(apart.querySelector('iframe')).toBeNull();
  fireEvent.click(within(apart).getByRole('button', { name: /Play video/ }));
  expect(apart.querySelector('iframe')?.src).toContain('youtube-nocookie');
});

test('remembers the chosen theme', async () => {
  await takeOver('/stories/article');
  const [dark] = screen.getAllByLabelText('Dark');
  if (dark) fireEvent.click(dark);
  expect(document.documentElement.dataset['theme']).toBe('dark');
});

test('offers the other language to whom prefers it, once', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-AT', 'en']);
  await takeOver('/stories/article');
  fireEvent.click(screen.getByRole('button', { name: 'Ausblenden' }));
  expect(screen.queryByText(/auch auf Deutsch/)).toBeNull();
  expect(localStorage.getItem('language-offer')).toBe('dismissed');
});
