import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { SessionList } from '@/admin/components/session-list';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import type { Schema } from '@/admin/schema';
import { useEndSessionOf } from '../api/end-session-of';
import { useListSessionsOf } from '../api/list-sessions-of';
import { personWords } from '../person-words';

export function PersonSessions({ person }: { person: Schema<'Person'> }) {
  const text = useWords(personWords);
  const sessions = useListSessionsOf(person.id, true);
  const end = useEndSessionOf();
  return (
    <Panel title={text.sessions}>
      <Loaded query={sessions} heights={[48, 48]}>
        {({ items }) => (
          <SessionList
            sessions={items}
            busy={end.isPending ? end.variables : undefined}
            onEnd={(id) => {
              end.mutate(id, {
                onSuccess: () => {
                  toastDone(text.ended);
                },
                onError: toastFailure,
              });
            }}
          />
        )}
      </Loaded>
    </Panel>
  );
}
