import type { Difference } from '@/admin/components/stale-notice';
import type { WebhookDraft } from '../api/create-webhook';
import type { WebhookEvent } from '../api/list-webhooks';

interface Spoken {
  url: string;
  events: string;
  active: string;
  paused: string;
  state: string;
  eventNames: Record<WebhookEvent, string>;
}

/** In what two states of a webhook are different. */
export function differences(mine: WebhookDraft, theirs: WebhookDraft, text: Spoken): Difference[] {
  const told = (draft: WebhookDraft) =>
    draft.events
      .map((event) => text.eventNames[event])
      .sort()
      .join(', ');
  const state = (draft: WebhookDraft) => (draft.active ? text.active : text.paused);
  return [
    { label: text.url, yours: mine.url, theirs: theirs.url },
    { label: text.events, yours: told(mine), theirs: told(theirs) },
    { label: text.state, yours: state(mine), theirs: state(theirs) },
  ].filter(({ yours, theirs: now }) => yours !== now);
}
