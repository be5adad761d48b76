import { adminPaths } from '@/config/admin-paths';
import { env } from '@/config/env';
import type { Schema } from '@/admin/schema';
import { isProblem } from './problem';
import { send } from './send';
import { adopt, csrfProof, currentSession, currentToken, end } from './session';

let running: Promise<boolean> | null = null;

/** A new access token for the cookie; one request however many callers, one tab at a time. */
export function refresh(background: boolean): Promise<boolean> {
  running ??= oneTabAtATime(() => exchange(background)).finally(() => {
    running = null;
  });
  return running;
}

async function exchange(background: boolean): Promise<boolean> {
  const proof = csrfProof();
  const before = currentToken();
  if (proof === null) {
    end(null);
    return false;
  }
  try {
    const answer = await send<Schema<'SignIn'>>('POST', adminPaths.api.refresh, {
      body: { background },
      headers: { 'X-CSRF-Token': proof },
      token: null,
      changes: false,
    });
    return csrfProof() === proof ? adopt(answer.data) : await overtaken(background);
  } catch (failure) {
    if (!isProblem(failure, 401, 403)) throw failure;
    const now = currentToken();
    if (now !== null && now !== before) return true;
    if (csrfProof() !== proof) return overtaken(background);
    end(now === null ? null : 'expired');
    return false;
  }
}

/** Somebody signed out meanwhile, or in anew: the answer is of a session that is none any more. */
async function overtaken(background: boolean): Promise<boolean> {
  return currentSession().state !== 'signedOut' && exchange(background);
}

async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  const locks = navigator.locks as LockManager | null | undefined;
  if (!locks) return work();
  const patience = AbortSignal.timeout(env.requestTimeoutMillis * 2);
  return locks.request('admin.refresh', { signal: patience }, work);
}
