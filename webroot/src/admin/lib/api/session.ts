import type { Schema } from '@/admin/schema';

type SignIn = Schema<'SignIn'>;
export type Me = Schema<'Me'>;

export type EndReason = 'left' | 'expired' | 'idle';

export type Session =
  | { state: 'unknown' }
  | { state: 'signedOut'; reason: EndReason | null }
  | { state: 'signedIn'; me: Me; mustEnrol: boolean };

const csrfKey = 'admin.csrf';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('admin');
const listeners = new Set<() => void>();

let session: Session = { state: 'unknown' };
let accessToken: string | null = null;

channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.data === 'left' && session.state === 'signedIn') end('left');
});

export function currentSession(): Session {
  return session;
}

export function currentToken(): string | null {
  return accessToken;
}

/** Proof for the refresh; it is worth nothing without the cookie, so it may outlive the page. */
export function csrfProof(): string | null {
  return localStorage.getItem(csrfKey);
}

export function watchSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over what a sign-in or a refresh gave; true when it opened or prolonged a session. */
export function adopt(answer: SignIn): boolean {
  if (answer.accessToken === undefined || answer.person === undefined) return false;
  accessToken = answer.accessToken;
  if (answer.csrf !== undefined) localStorage.setItem(csrfKey, answer.csrf);
  become({
    state: 'signedIn',
    me: answer.person,
    mustEnrol: answer.state === 'enrolFactor',
  });
  return true;
}

export function updateMe(me: Me): void {
  if (session.state !== 'signedIn') return;
  become({
    state: 'signedIn',
    me,
    mustEnrol: me.secondFactor.required && !me.secondFactor.enrolled,
  });
}

export function end(reason: EndReason | null): void {
  accessToken = null;
  if (reason === 'left' || reason === 'idle') localStorage.removeItem(csrfKey);
  become({ state: 'signedOut', reason });
}

export function tellOtherTabs(): void {
  channel?.postMessage('left');
}

function become(next: Session): void {
  session = next;
  listeners.forEach((listener) => {
    listener();
  });
}
