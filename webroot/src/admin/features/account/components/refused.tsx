import { Alert, Button, Stack, Text } from '@mantine/core';
import { ErrorPanel } from '@/admin/components/error-panel';
import { isProblem } from '@/admin/lib/api/problem';
import { useWords } from '@/admin/lib/i18n';
import { useRequestUnlock } from '../api/request-unlock';
import { words } from '../words';

/** A refused sign-in says the same whatever was wrong, and offers the way past a lock. */
export function Refused({ failure, email }: { failure: unknown; email: string }) {
  const text = useWords(words);
  const unlock = useRequestUnlock();
  if (!isProblem(failure, 401, 423, 429)) return <ErrorPanel failure={failure} />;
  return (
    <Alert color="red" role="alert" title={text.wrong}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{failure.status === 401 ? text.wrongDetail : failure.detail}</Text>
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
