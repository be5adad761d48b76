import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { Copy, Download } from 'lucide-react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';

interface ShownOnceProps {
  warning: string;
  label: string;
  value: string;
  fileName?: string;
}

/** A secret that nobody can show again: to copy, or to keep as a file. */
export function ShownOnce({ warning, label, value, fileName }: ShownOnceProps) {
  const words = useWords(common);
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {warning}
      </Text>
      <Code block aria-label={label} className="shown-once" tabIndex={0} role="region">
        {value}
      </Code>
      <Group gap="xs">
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={<Copy size={16} strokeWidth={1.5} aria-hidden />}
              onClick={copy}
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        {fileName !== undefined && (
          <Button
            component="a"
            variant="default"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(value + '\n')}`}
            download={fileName}
            leftSection={<Download size={16} strokeWidth={1.5} aria-hidden />}
          >
            {words.download}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
