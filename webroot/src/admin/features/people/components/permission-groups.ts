import type { Schema } from '@/admin/schema';

type Permission = Schema<'Permission'>;

export interface PermissionGroup {
  group: string;
  items: Permission[];
}

export function byGroup(permissions: readonly Permission[]): PermissionGroup[] {
  const groups = new Map<string, Permission[]>();
  for (const permission of permissions) {
    groups.set(permission.group, [...(groups.get(permission.group) ?? []), permission]);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
