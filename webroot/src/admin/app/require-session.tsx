import { Center, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { toastFailure } from '@/admin/lib/toast';
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
  const { state } = session;
  const language = state === 'signedIn' ? session.me.language : null;
  useEffect(() => {
    if (state === 'unknown') refresh(false).catch(toastFailure);
    if (state === 'signedOut') queries.clear();
  }, [state, queries]);
  useEffect(() => {
    if (language !== null) suggestLocale(language);
  }, [language]);
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
