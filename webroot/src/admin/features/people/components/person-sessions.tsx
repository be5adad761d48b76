import { SessionPanel } from '@/admin/components/session-panel';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { useEndSessionOf } from '../api/end-session-of';
import { useListSessionsOf } from '../api/list-sessions-of';
import { personWords } from '../person-words';

export function PersonSessions({ person }: { person: Schema<'Person'> }) {
  const text = useWords(personWords);
  const sessions = useListSessionsOf(person.id, true);
  const end = useEndSessionOf();
  return <SessionPanel title={text.sessions} ended={text.ended} sessions={sessions} end={end} />;
}
