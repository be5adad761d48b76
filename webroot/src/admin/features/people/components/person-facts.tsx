import { Facts } from '@/admin/components/facts';
import { Panel } from '@/admin/components/panel';
import { RelativeTime } from '@/admin/components/relative-time';
import { StatusBadge } from '@/admin/components/status-badge';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { personWords } from '../person-words';
import { words } from '../words';

export function PersonFacts({ person }: { person: Schema<'Person'> }) {
  const text = useWords(personWords);
  const shared = useWords(common);
  const names = useWords(words);
  const { secondFactor, lastLoginAt, createdAt, deletedAt } = person;
  const facts = [
    {
      label: names.secondFactor,
      value: (
        <StatusBadge tone={secondFactor ? 'green' : 'gray'}>
          {secondFactor ? text.factorOn : text.factorOff}
        </StatusBadge>
      ),
    },
    { label: text.lastLogin, value: <RelativeTime at={lastLoginAt} otherwise={shared.never} /> },
    { label: text.created, value: <RelativeTime at={createdAt} /> },
  ];
  const ended = { label: text.deletedAt, value: <RelativeTime at={deletedAt} /> };
  return (
    <Panel title={text.access}>
      <Facts facts={deletedAt ? [...facts, ended] : facts} />
    </Panel>
  );
}
