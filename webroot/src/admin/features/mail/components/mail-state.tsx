import { StatusBadge } from '@/admin/components/status-badge';
import { useWords } from '@/admin/lib/i18n';
import type { Mail } from '../api/list-mails';
import { words } from '../words';

const tones = {
  queued: 'blue',
  leased: 'violet',
  sent: 'green',
  failed: 'red',
  bounced: 'yellow',
} as const;

export function MailState({ state }: { state: Mail['state'] }) {
  const text = useWords(words);
  return <StatusBadge tone={tones[state]}>{text.states[state]}</StatusBadge>;
}
