import { Button } from '@mantine/core';
import { sessionWords } from '@/admin/components/session-words';
import { deviceName } from '@/admin/lib/device';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import type { Schema } from '@/admin/schema';
import { useEndSession } from '../api/end-session';
import { words } from '../words';

export function EndSession({ session }: { session: Schema<'Session'> }) {
  const text = useWords(words);
  const shared = useWords(sessionWords);
  const end = useEndSession();
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={shared.endOf(deviceName(session.agent))}
      loading={end.isPending}
      onClick={() => {
        end.mutate(session.id, {
          onSuccess: () => {
            toastDone(text.ended);
          },
          onError: toastFailure,
        });
      }}
    >
      {shared.end}
    </Button>
  );
}
