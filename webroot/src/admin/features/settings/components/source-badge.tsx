import { StatusBadge } from '@/admin/components/status-badge';
import { useWords } from '@/admin/lib/i18n';
import type { Setting } from '../api/list-settings';
import { words } from '../words';

const tones = { fallback: 'gray', database: 'violet', environment: 'blue' } as const;

export function SourceBadge({ source }: { source: Setting['source'] }) {
  const text = useWords(words);
  return <StatusBadge tone={tones[source]}>{text.sources[source]}</StatusBadge>;
}
