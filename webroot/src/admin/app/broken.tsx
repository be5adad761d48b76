import { Button, Center } from '@mantine/core';
import { Compass, Unplug } from 'lucide-react';
import { Link } from 'react-router';
import { EmptyState } from '@/admin/components/empty-state';
import { PageHeader } from '@/admin/components/page-header';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { words } from './words';

export function Broken() {
  const text = useWords(words);
  return (
    <Center mih="60dvh">
      <EmptyState
        icon={Unplug}
        title={text.brokenTitle}
        detail={text.brokenDetail}
        action={
          <Button
            onClick={() => {
              location.reload();
            }}
          >
            {text.reload}
          </Button>
        }
      />
    </Center>
  );
}

export function Missing() {
  const text = useWords(words);
  return (
    <>
      <PageHeader title={text.missingTitle} />
      <EmptyState
        icon={Compass}
        title={text.missingTitle}
        detail={text.missingDetail}
        action={
          <Button component={Link} to={adminPaths.screens.home}>
            {text.home}
          </Button>
        }
      />
    </>
  );
}
