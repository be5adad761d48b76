import { useSyncExternalStore } from 'react';
import { currentSession, type Me, type Session, watchSession } from './api/session';

export function useSession(): Session {
  return useSyncExternalStore(watchSession, currentSession);
}

/** Who is at work; only below the screens that ask for a session. */
export function useMe(): Me {
  const session = useSession();
  if (session.state !== 'signedIn') throw new Error('Nobody is signed in here.');
  return session.me;
}

export function useMay(permission: string | undefined): boolean {
  const session = useSession();
  if (permission === undefined) return true;
  return session.state === 'signedIn' && session.me.permissions.includes(permission);
}
