import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseLocale } from '@/admin/lib/i18n';
import { onScreen } from '@/admin/testing/on-screen';
import { signedIn } from '@/admin/testing/signed-in';
import { adminPaths } from '@/config/admin-paths';
import { answerWith } from '@/testing/answer';
import { AlertsCard } from './alerts-card';
import { HealthCard } from './health-card';

const since = '2026-03-01T12:00:00Z';

beforeEach(() => {
  signedIn();
  chooseLocale('de');
});

afterEach(() => {
  cleanup();
  chooseLocale('en');
});

test('alerts are in the language of the screen, and what is new as the server says it', async () => {
  const items = [
    { name: 'cpu', severity: 'warning', since, text: 'The processor is busy: add an instance.' },
    { name: 'tea', severity: 'warning', since, text: 'The kettle is empty.' },
  ];
  answerWith({ [adminPaths.api.alerts]: { body: { items } } });
  onScreen(<AlertsCard />);

  expect(await screen.findByText(/^Prozessor: Der Prozessor ist ausgelastet/)).toBeTruthy();
  expect(screen.getByText('tea: The kettle is empty.')).toBeTruthy();
});

test('what is looked at has its name', async () => {
  const core = [{ name: 'log-file', status: 'up' }];
  answerWith({ [adminPaths.api.health]: { body: { status: 'healthy', core, external: [] } } });
  onScreen(<HealthCard />);

  expect(await screen.findByText('Logdatei')).toBeTruthy();
});
