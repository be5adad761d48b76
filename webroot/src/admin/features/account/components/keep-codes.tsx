import { Button, Stack, Title } from '@mantine/core';
import { ShownOnce } from '@/admin/components/shown-once';
import { useWords } from '@/admin/lib/i18n';
import { words } from '../words';

interface KeepCodesProps {
  codes: string[];
  onKept: () => void;
}

export function KeepCodes({ codes, onKept }: KeepCodesProps) {
  const text = useWords(words);
  return (
    <Stack>
      <Title order={2} size="h4">
        {text.recoveryTitle}
      </Title>
      <ShownOnce
        warning={text.recoveryText}
        label={text.recoveryTitle}
        value={codes.join('\n')}
        fileName={text.recoveryFile}
      />
      <Button onClick={onKept}>{text.recoveryKept}</Button>
    </Stack>
  );
}
