import { Center, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorPanel } from '@/admin/components/error-panel';
import { refresh } from '@/admin/lib/api/refresh';
import { suggestLocale, useWords } from '@/admin/lib/i18n';
import { useSession } from '@/admin/lib/use-session';
import { adminPaths } from '@/config/admin-paths';
import { words } from './words';

/** Lets in who is signed in; everybody else signs in first and comes back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const session = useSession();
  const text = useWords(words);
  const place = useLocation();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const { state } = session;
  const language = state === 'signedIn' ? session.me.language : null;
  useEffect(() => {
    if (state === 'unknown') refresh(false).catch(setFailure);
    if (state === 'signedOut') queries.clear();
  }, [state, queries]);
  useEffect(() => {
    if (language !== null) suggestLocale(language);
  }, [language]);
  const retry = () => {
    setFailure(null);
    refresh(false).catch(setFailure);
  };
  if (session.state === 'unknown' && failure !== null) {
    return (
      <Center mih="100dvh" p="md">
        <ErrorPanel failure={failure} onRetry={retry} />
      </Center>
    );
  }
  if (session.state === 'unknown') {
    return (
      <Center mih="100dvh" role="status" aria-label={text.starting}>
        <Loader />
      </Center>
    );
  }
  if (session.state === 'signedOut') {
    const back = session.reason === 'left' ? null : place.pathname + place.search;
    return (
      <Navigate to={adminPaths.screens.login} state={{ back, reason: session.reason }} replace />
    );
  }
  if (session.mustEnrol) return <Navigate to={adminPaths.screens.enrol} replace />;
  return children;
}
