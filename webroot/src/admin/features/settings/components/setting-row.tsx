import { Button, Group, Stack, Text } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { RelativeTime } from '@/admin/components/relative-time';
import { SaveState } from '@/admin/components/save-bar';
import { StaleNotice } from '@/admin/components/stale-notice';
import { useFormat } from '@/admin/lib/format';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { useMay } from '@/admin/lib/use-session';
import type { Setting } from '../api/list-settings';
import { settingWords } from '../setting-words';
import { words } from '../words';
import { SettingEditor } from './setting-editor';
import { SourceBadge } from './source-badge';
import type { Drafts } from './use-drafts';
import { useSetting } from './use-setting';
import { kindOf, written } from './value';

interface SettingRowProps {
  setting: Setting;
  drafts: Drafts;
}

export function SettingRow({ setting, drafts }: SettingRowProps) {
  const text = useWords(words);
  const shared = useWords(common);
  const format = useFormat();
  const { label, help } = settingWords(setting.key, useAdminLocale());
  const locked = setting.source === 'environment';
  const readOnly = !useMay('settings:manage') || locked;
  const work = useSetting(setting, drafts);
  const inWords = (value: Setting['value']) =>
    written(value, { on: text.on, off: text.off, number: format.number });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    work.save();
  };
  return (
    <form onSubmit={submit} noValidate id={setting.key} className="setting" aria-label={label}>
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <Text size="xs" c="dimmed" ff="monospace" className="setting__key">
            {setting.key}
          </Text>
          <SourceBadge source={setting.source} />
        </Group>
        <SettingEditor
          kind={kindOf(setting.fallback)}
          label={label}
          help={help}
          value={work.value}
          error={work.error}
          readOnly={readOnly}
          onChange={work.edit}
        />
        {work.stale && (
          <StaleNotice
            differences={[{ label, yours: inWords(work.value), theirs: inWords(setting.value) }]}
            onReload={work.discard}
            onKeep={work.keep}
          />
        )}
        {work.failure !== null && <ErrorPanel failure={work.failure} />}
        <Group justify="space-between" gap="xs" className="setting__foot">
          <Text size="xs" c="dimmed" className="setting__origin">
            {text.byDefault(inWords(setting.fallback))}
            {locked && ` · ${text.lockedBy(setting.environment ?? '')}`}
            {!locked && setting.environment && ` · ${text.lockable(setting.environment)}`}
            {setting.source === 'database' && (
              <>
                {' · '}
                {text.changed} <RelativeTime at={setting.changedAt} />
              </>
            )}
          </Text>
          {!readOnly && (
            <Group gap="xs">
              <SaveState dirty={work.dirty} saving={work.saving} savedAt={work.savedAt} />
              {setting.source === 'database' && !work.dirty && (
                <Button
                  size="xs"
                  variant="subtle"
                  disabled={work.saving}
                  leftSection={<RotateCcw size={14} strokeWidth={1.5} aria-hidden />}
                  onClick={work.toDefault}
                >
                  {text.reset}
                </Button>
              )}
              {work.dirty && (
                <>
                  <Button size="xs" variant="default" onClick={work.discard}>
                    {shared.discard}
                  </Button>
                  <Button size="xs" type="submit" loading={work.saving} disabled={work.stale}>
                    {shared.save}
                  </Button>
                </>
              )}
            </Group>
          )}
        </Group>
      </Stack>
    </form>
  );
}
