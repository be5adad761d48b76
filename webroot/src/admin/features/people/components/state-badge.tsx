import { StatusBadge } from '@/admin/components/status-badge';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { words } from '../words';

const tones = { invited: 'blue', active: 'green', deactivated: 'yellow', deleted: 'red' } as const;

export function StateBadge({ state }: { state: Schema<'Person'>['state'] }) {
  const text = useWords(words);
  return <StatusBadge tone={tones[state]}>{text.states[state]}</StatusBadge>;
}
