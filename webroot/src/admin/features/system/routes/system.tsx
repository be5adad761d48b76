import { Tabs } from '@mantine/core';
import { PageHeader } from '@/admin/components/page-header';
import { useWords } from '@/admin/lib/i18n';
import { useTab } from '@/admin/lib/use-tab';
import { HealthView } from '../components/health-view';
import { InstanceView } from '../components/instance-view';
import { LoadView } from '../components/load-view';
import { MaintenanceView } from '../components/maintenance-view';
import { TicksView } from '../components/ticks-view';
import { words } from '../words';

const views = {
  health: HealthView,
  load: LoadView,
  ticks: TicksView,
  instance: InstanceView,
  maintenance: MaintenanceView,
} as const;

type View = keyof typeof views;

const names = Object.keys(views) as View[];

export function System() {
  const text = useWords(words);
  const [chosen, choose] = useTab('show');
  const shown = names.find((name) => name === chosen) ?? 'health';
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <Tabs value={shown} keepMounted={false} onChange={choose}>
        <Tabs.List mb="md">
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {text.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((name) => {
          const View = views[name];
          return (
            <Tabs.Panel key={name} value={name}>
              <View />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </>
  );
}
