import { Button } from '@mantine/core';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { SessionList } from '@/admin/components/session-list';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { useEndMyOtherSessions } from '../api/end-my-other-sessions';
import { useEndMySession } from '../api/end-my-session';
import { useListMySessions } from '../api/list-my-sessions';
import { profileWords } from '../profile-words';

export function MySessions() {
  const text = useWords(profileWords);
  const sessions = useListMySessions();
  const end = useEndMySession();
  const endOthers = useEndMyOtherSessions();
  const all = (
    <Button
      size="xs"
      variant="default"
      loading={endOthers.isPending}
      onClick={() => {
        endOthers.mutate(undefined, {
          onSuccess: ({ ended }) => {
            toastDone(text.endedOthers(ended));
          },
          onError: toastFailure,
        });
      }}
    >
      {text.endOthers}
    </Button>
  );
  return (
    <Panel title={text.sessions} action={all}>
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
