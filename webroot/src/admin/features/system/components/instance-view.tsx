import { SimpleGrid } from '@mantine/core';
import { Facts } from '@/admin/components/facts';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { common } from '@/admin/common';
import { useFormat } from '@/admin/lib/format';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { partName } from '@/admin/part-words';
import { useGetSystem } from '../api/get-system';
import { words } from '../words';

export function InstanceView() {
  const text = useWords(words);
  const shared = useWords(common);
  const locale = useAdminLocale();
  const format = useFormat();
  const system = useGetSystem();
  return (
    <Loaded query={system} heights={[240, 240]}>
      {({ machine, servers, configuration, dataBytes, ...program }) => (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Panel title={text.program}>
            <Facts
              facts={[
                { label: text.version, value: program.version },
                { label: text.built, value: program.built },
                { label: text.started, value: format.dateTime(program.started) },
                { label: text.roles, value: program.roles.join(', ') },
              ]}
            />
          </Panel>
          <Panel title={text.machine}>
            <Facts
              facts={[
                { label: text.java, value: machine.java },
                { label: text.os, value: machine.operatingSystem },
                { label: text.processors, value: format.number(machine.processors) },
                {
                  label: text.heap,
                  value: text.heapOf(
                    format.bytes(machine.heapUsedBytes),
                    format.bytes(machine.heapLimitBytes),
                  ),
                },
                { label: text.eventLoops, value: format.number(machine.eventLoops) },
                {
                  label: text.nativeTransport,
                  value: machine.nativeTransport ? shared.yes : shared.no,
                },
              ]}
            />
          </Panel>
          <Panel title={text.servers}>
            <Facts
              facts={Object.entries(servers).map(([name, value]) => ({
                label: partName(name, locale),
                value,
              }))}
            />
          </Panel>
          <Panel title={text.data}>
            <Facts
              facts={[
                { label: text.folder, value: program.dataFolder },
                ...Object.entries(dataBytes).map(([name, size]) => ({
                  label: name,
                  value: format.bytes(size),
                })),
              ]}
            />
          </Panel>
          <Panel title={text.configuration}>
            <Facts
              facts={Object.entries(configuration).map(([label, value]) => ({ label, value }))}
            />
          </Panel>
        </SimpleGrid>
      )}
    </Loaded>
  );
}
