import { LeaveGuard } from '@/admin/components/leave-guard';
import { Loaded } from '@/admin/components/loaded';
import { PageHeader } from '@/admin/components/page-header';
import { useWords } from '@/admin/lib/i18n';
import { useListSettings } from '../api/list-settings';
import { SettingGroups } from '../components/setting-groups';
import { useDrafts } from '../components/use-drafts';
import { words } from '../words';

export function Settings() {
  const text = useWords(words);
  const settings = useListSettings();
  const drafts = useDrafts();
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <Loaded query={settings} heights={[40, 140, 140, 140]}>
        {({ items }) => <SettingGroups settings={items} drafts={drafts} />}
      </Loaded>
      <LeaveGuard dirty={drafts.keys.length > 0} />
    </>
  );
}
