import { z } from '@/admin/lib/zod';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { words } from '../words';

export const events = [
  'settings.changed',
  'page.published',
  'person.invited',
  'person.deactivated',
  'person.deleted',
  'job.parked',
  'webhook.test',
] as const;

const longest = 2000;

export function useWebhookSchema() {
  const text = useWords(words);
  const shared = useWords(common);
  return z.object({
    url: z
      .string()
      .trim()
      .regex(/^https?:\/\/\S+\.?\S*$/, text.urlInvalid)
      .max(longest, shared.tooLong(longest)),
    events: z.array(z.enum(events)).min(1, text.eventsNeeded),
    active: z.boolean(),
  });
}
