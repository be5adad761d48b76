import { Alert, Indicator, Paper, Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '@/admin/lib/i18n';
import { useMay } from '@/admin/lib/use-session';
import { useTab } from '@/admin/lib/use-tab';
import type { Setting } from '../api/list-settings';
import { words } from '../words';
import { SettingRow } from './setting-row';
import type { Drafts } from './use-drafts';
import './setting-groups.css';

interface SettingGroupsProps {
  settings: Setting[];
  drafts: Drafts;
}

export function SettingGroups({ settings, drafts }: SettingGroupsProps) {
  const text = useWords(words);
  const mayManage = useMay('settings:manage');
  const [chosen, choose] = useTab('group');
  const { hash } = useLocation();
  const named = settings.find(({ key }) => `#${key}` === hash);
  const groups = [...new Set(settings.map(({ group }) => group))];
  const asked = chosen ?? named?.group ?? '';
  const shown = groups.includes(asked) ? asked : (groups[0] ?? null);
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [hash]);
  const titles: Record<string, string> = text.groups;
  return (
    <Tabs value={shown} onChange={choose}>
      <Tabs.List mb="md">
        {groups.map((group) => {
          const title = titles[group] ?? group;
          const dirty = drafts.keys.some((key) => key.startsWith(`${group}.`));
          return (
            <Tabs.Tab
              key={group}
              value={group}
              {...(dirty && { 'aria-label': text.unsavedIn(title) })}
            >
              <Indicator disabled={!dirty} size={8} offset={-4} color="violet">
                {title}
              </Indicator>
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      {!mayManage && (
        <Alert color="blue" variant="light" mb="md">
          {text.readOnly}
        </Alert>
      )}
      {groups.map((group) => (
        <Tabs.Panel key={group} value={group}>
          <Paper withBorder radius="md" className="panel settings">
            {settings
              .filter((setting) => setting.group === group)
              .map((setting) => (
                <SettingRow key={setting.key} setting={setting} drafts={drafts} />
              ))}
          </Paper>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
