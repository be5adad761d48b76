import { api } from '@/admin/lib/api/client';
import { updateMe } from '@/admin/lib/api/session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

/** Asks who one is by now: after a factor came or went, or somebody else changed it. */
export async function reloadMe(): Promise<Schema<'Me'>> {
  const me = await api.get<Schema<'Me'>>(adminPaths.api.me);
  updateMe(me);
  return me;
}
