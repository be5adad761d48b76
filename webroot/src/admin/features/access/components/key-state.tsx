import { StatusBadge } from '@/admin/components/status-badge';
import { useNow } from '@/admin/lib/clock';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { words } from '../words';

export function KeyState({ apiKey }: { apiKey: Schema<'Key'> }) {
  const text = useWords(words);
  const now = useNow();
  if (apiKey.revokedAt) return <StatusBadge tone="red">{text.revoked}</StatusBadge>;
  const over = apiKey.expiresAt ? Date.parse(apiKey.expiresAt) <= now : false;
  return (
    <StatusBadge tone={over ? 'yellow' : 'green'}>{over ? text.over : text.active}</StatusBadge>
  );
}
