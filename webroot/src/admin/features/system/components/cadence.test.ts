import { expect, test } from 'vitest';
import { cadenceInWords } from './cadence';

test('says a daily plan in both languages', () => {
  expect(cadenceInWords('daily at 03:30 Z', 'en')).toBe('daily at 03:30 UTC');
  expect(cadenceInWords('daily at 03:30 Europe/Berlin', 'de')).toBe(
    'täglich um 03:30 Europe/Berlin',
  );
});

test('says how often something is repeated', () => {
  expect(cadenceInWords('every PT1H at PT17M', 'en')).toBe('every 1 hour, minute 17');
  expect(cadenceInWords('every PT15M', 'de')).toBe('alle 15 Minuten');
});

test('names the day of the week', () => {
  expect(cadenceInWords('weekly on SUNDAY at 04:00 Z', 'en')).toBe('Sundays at 04:00 UTC');
  expect(cadenceInWords('weekly on Monday at 04:00 Z', 'de')).toBe('Montags um 04:00 UTC');
});

test('leaves a plan it does not know as it is', () => {
  expect(cadenceInWords('at the new moon', 'de')).toBe('at the new moon');
});
