import { Button } from '@mantine/core';
import { SessionPanel } from '@/admin/components/session-panel';
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
    <SessionPanel
      title={text.sessions}
      ended={text.ended}
      sessions={sessions}
      end={end}
      action={all}
    />
  );
}
