import { Figures } from '@/admin/components/figures';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { useCountJobs } from '@/admin/lib/requests/count-jobs';
import { words } from '../words';

export function JobsCard() {
  const text = useWords(words);
  const format = useFormat();
  const waiting = useCountJobs('waiting');
  const parked = useCountJobs('parked');
  return (
    <Panel title={text.jobs}>
      <Loaded query={waiting} heights={[60]}>
        {(count) => (
          <Figures
            figures={[
              { label: text.waiting, value: format.number(count) },
              {
                label: text.parked,
                value: parked.data === undefined ? '–' : format.number(parked.data),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
