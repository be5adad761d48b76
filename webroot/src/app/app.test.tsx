import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { render as renderPage } from '@/entry-server';
import { answerWith, type Answers } from '@/testing/answer';
import { App } from './app';

const site = { body: { name: 'Example Ltd', version: '2.0.0', environment: 'test' } };
const serverThat = (status: string): Answers => ({
  '/api/v1/site': site,
  '/api/v1/health': { status: status === 'unhealthy' ? 503 : 200, body: { status } },
});

afterEach(cleanup);

test.each([
  ['healthy', 'Healthy'],
  ['degraded', 'Limited'],
  ['unhealthy', 'Down'],
])('shows that the system is %s', async (status, label) => {
  answerWith(serverThat(status));
  render(<App path="/" />);
  expect(await screen.findByText(label)).toBeDefined();
  expect(screen.getAllByText('Example Ltd')).toHaveLength(2);
});

test('says what to do when the API is away, and asks again on demand', async () => {
  answerWith({});
  render(<App path="/de" />);
  await screen.findByText('Keine Antwort');
  expect(screen.getByText(/prüfen Sie Ihre Verbindung/)).toBeDefined();
  answerWith(serverThat('healthy'));
  fireEvent.click(screen.getByRole('button', { name: 'Erneut versuchen' }));
  expect(await screen.findByText('In Ordnung')).toBeDefined();
});

test('keeps the last known facts when an answer fails', async () => {
  answerWith(serverThat('healthy'));
  render(<App path="/" />);
  await screen.findByText('Healthy');
  answerWith({});
  fireEvent.click(screen.getByRole('button', { name: 'Check now' }));
  await screen.findByText('No answer');
  expect(screen.getAllByText('Example Ltd')).toHaveLength(2);
});

test('shows the state also when the site does not say its name', async () => {
  answerWith({ ...serverThat('healthy'), '/api/v1/site': 'dead' });
  render(<App path="/" />);
  expect(await screen.findByText('Healthy')).toBeDefined();
  expect(screen.getAllByText('unknown')).toHaveLength(3);
});

test('an answer in an unknown shape counts as none', async () => {
  answerWith({ ...serverThat('healthy'), '/api/v1/health': { body: { status: 'splendid' } } });
  render(<App path="/" />);
  expect(await screen.findByText('No answer')).toBeDefined();
});

test('remembers the chosen theme', () => {
  answerWith({});
  render(<App path="/" />);
  fireEvent.click(screen.getByLabelText('Dark'));
  expect(document.documentElement.dataset['theme']).toBe('dark');
});

test('reads completely before any script runs', () => {
  const page = renderPage({ path: '/de' });
  expect(page.language).toBe('de');
  expect(page.head).toContain('<title>Magnetiq');
  expect(page.body).toContain('Die Web-Plattform');
  expect(page.body).toContain('href="/docs"');
});
