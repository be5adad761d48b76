import { Button, Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';

export type ExportFormat = 'text/csv' | 'application/jsonl';

export function ExportMenu({ onExport }: { onExport: (format: ExportFormat) => void }) {
  const words = useWords(common).table;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<Download size={16} strokeWidth={1.5} aria-hidden />}
        >
          {words.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            onExport('text/csv');
          }}
        >
          {words.exportCsv}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            onExport('application/jsonl');
          }}
        >
          {words.exportLines}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
