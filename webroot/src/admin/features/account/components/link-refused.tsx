import { Alert, Anchor, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { ErrorPanel } from '@/admin/components/error-panel';
import { isProblem } from '@/admin/lib/api/problem';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { words } from '../words';

/** A mailed link that was used, is too old, or was replaced. */
export function LinkRefused({ failure }: { failure: unknown }) {
  const text = useWords(words);
  if (!isProblem(failure, 400, 401, 403, 404, 410)) return <ErrorPanel failure={failure} />;
  return (
    <Stack>
      <Alert color="yellow" role="alert" title={text.linkBad}>
        {text.linkBadDetail}
      </Alert>
      <Anchor component={Link} to={adminPaths.screens.login} size="sm">
        {text.backToLogin}
      </Anchor>
    </Stack>
  );
}
