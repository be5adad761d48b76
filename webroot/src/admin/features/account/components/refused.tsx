import { Alert, Button, Stack, Text } from '@mantine/core';
import { ErrorPanel } from '@/admin/components/error-panel';
import { isProblem, type Problem } from '@/admin/lib/api/problem';
import { useWords } from '@/admin/lib/i18n';
import { useRequestUnlock } from '../api/request-unlock';
import { words } from '../words';

/** A refused sign-in says the same whatever was wrong, and offers the way past a lock. */
export function Refused({ failure, email }: { failure: unknown; email: string }) {
  const text = useWords(words);
  const unlock = useRequestUnlock();
  if (!isProblem(failure, 401) && !isLocked(failure)) return <ErrorPanel failure={failure} />;
  const minutes = Math.ceil((failure.retryAfterSeconds ?? 60) / 60);
  return (
    <Alert color="red" role="alert" title={isLocked(failure) ? text.locked : text.wrong}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{isLocked(failure) ? text.lockedDetail(minutes) : text.wrongDetail}</Text>
        {unlock.isSuccess ? (
          <Text size="sm" role="status">
            {text.unlockSent}
          </Text>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={unlock.isPending}
            disabled={email === ''}
            onClick={() => {
              unlock.mutate(email);
            }}
          >
            {text.unlock}
          </Button>
        )}
        {unlock.isError && <ErrorPanel failure={unlock.error} />}
      </Stack>
    </Alert>
  );
}

function isLocked(failure: unknown): failure is Problem {
  return isProblem(failure) && failure.is('login-locked');
}
