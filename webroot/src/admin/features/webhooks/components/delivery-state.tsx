import { StatusBadge } from '@/admin/components/status-badge';
import { useWords } from '@/admin/lib/i18n';
import type { Delivery } from '../api/list-deliveries';
import { words } from '../words';

const tones = { waiting: 'blue', delivered: 'green', failed: 'red' } as const;

export function DeliveryState({ state }: { state: Delivery['state'] }) {
  const text = useWords(words);
  return <StatusBadge tone={tones[state]}>{text.deliveryStates[state]}</StatusBadge>;
}
