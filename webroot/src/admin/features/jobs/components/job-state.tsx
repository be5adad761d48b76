import { StatusBadge } from '@/admin/components/status-badge';
import { useWords } from '@/admin/lib/i18n';
import type { Job } from '../api/list-jobs';
import { words } from '../words';

const tones = { waiting: 'blue', leased: 'violet', parked: 'red' } as const;

export function JobState({ state }: { state: Job['state'] }) {
  const text = useWords(words);
  return <StatusBadge tone={tones[state]}>{text.states[state]}</StatusBadge>;
}
