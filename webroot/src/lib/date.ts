import type { Messages } from './messages/en';

/** The same words on the server and in every browser: the calendar day in UTC, no locale data asked. */
export function formatDate(messages: Messages, instant: string): string {
  const date = new Date(instant);
  return messages.date(date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear());
}
