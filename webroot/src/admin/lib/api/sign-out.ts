import { adminPaths } from '@/config/admin-paths';
import { send } from './send';
import { csrfProof, currentToken, end, type EndReason, tellOtherTabs } from './session';

/** Here it is over at once; the server hears of it, or lets the session run out. */
export async function signOut(reason: EndReason): Promise<void> {
  const token = currentToken();
  const proof = csrfProof();
  end(reason);
  tellOtherTabs();
  try {
    const headers = proof === null ? {} : { 'X-CSRF-Token': proof };
    await send('POST', adminPaths.api.logout, { token, headers });
  } catch {
    // Not reached: nothing more can be done from here.
  }
}
