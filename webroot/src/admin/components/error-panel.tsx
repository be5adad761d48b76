import { Alert, Button, Stack, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { common } from '@/admin/common';
import { textOf } from '@/admin/lib/failure';
import { useWords } from '@/admin/lib/i18n';

interface ErrorPanelProps {
  failure: unknown;
  onRetry?: (() => void) | undefined;
}

/** What went wrong, that nothing was lost, and what to do. */
export function ErrorPanel({ failure, onRetry }: ErrorPanelProps) {
  const words = useWords(common);
  const { title, detail, requestId } = textOf(failure);
  return (
    <Alert
      color="red"
      variant="light"
      title={title}
      role="alert"
      icon={<CircleAlert size={20} strokeWidth={1.5} aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        {detail !== '' && <Text size="sm">{detail}</Text>}
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.retry}
          </Button>
        )}
        {requestId !== null && (
          <Text size="xs" ff="monospace">
            {words.requestId(requestId)}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
