import { Button, Group, Text } from '@mantine/core';
import { Check, PencilLine } from 'lucide-react';
import { common } from '@/admin/common';
import { useNow } from '@/admin/lib/clock';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';

interface SaveBarProps {
  dirty: boolean;
  saving: boolean;
  /** When it was last saved from this screen. */
  savedAt: number | null;
  onDiscard: () => void;
  label?: string;
}

/** Always says where what was typed is; submits the form around it. */
export function SaveBar({ dirty, saving, savedAt, onDiscard, label }: SaveBarProps) {
  const words = useWords(common);
  return (
    <Group justify="space-between" className="save-bar">
      <SaveState dirty={dirty} saving={saving} savedAt={savedAt} />
      <Group gap="xs">
        <Button variant="default" disabled={!dirty || saving} onClick={onDiscard}>
          {words.discard}
        </Button>
        <Button type="submit" loading={saving} disabled={!dirty}>
          {label ?? words.save}
        </Button>
      </Group>
    </Group>
  );
}

export function SaveState({
  dirty,
  saving,
  savedAt,
}: Pick<SaveBarProps, 'dirty' | 'saving' | 'savedAt'>) {
  const words = useWords(common);
  const format = useFormat();
  const now = useNow();
  const saved =
    savedAt === null
      ? ''
      : words.saved(format.relative(new Date(savedAt).toISOString(), Math.max(now, savedAt)));
  const text = saving ? words.saving : dirty ? words.unsaved : saved;
  return (
    <Text size="sm" c="dimmed" role="status" className="save-state">
      {dirty && !saving && <PencilLine size={16} strokeWidth={1.5} aria-hidden />}
      {!dirty && !saving && saved !== '' && <Check size={16} strokeWidth={1.5} aria-hidden />}
      {text}
    </Text>
  );
}
