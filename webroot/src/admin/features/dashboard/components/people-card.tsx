import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Figures } from '@/admin/components/figures';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { useGetPeopleStatistics } from '../api/get-people-statistics';
import { words } from '../words';

export function PeopleCard() {
  const text = useWords(words);
  const format = useFormat();
  const statistics = useGetPeopleStatistics();
  const more = (
    <Anchor component={Link} to={adminPaths.screens.people} size="sm">
      {text.allPeople}
    </Anchor>
  );
  return (
    <Panel title={text.people} action={more}>
      <Loaded query={statistics} heights={[120]}>
        {({ byState, signedInLast30Days, withSecondFactor }) => (
          <Figures
            figures={[
              { label: text.active, value: format.number(byState.active) },
              { label: text.invited, value: format.number(byState.invited) },
              { label: text.deactivated, value: format.number(byState.deactivated) },
              { label: text.recent, value: format.number(signedInLast30Days) },
              { label: text.factor, value: format.number(withSecondFactor) },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
