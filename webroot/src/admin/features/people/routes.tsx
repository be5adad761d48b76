import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const peopleRoutes: RouteObject[] = [
  {
    path: 'people',
    handle: { crumb: catalogue('People', 'Personen') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/people')).People }),
      },
      {
        path: ':id',
        handle: { crumb: catalogue('Person', 'Person') },
        lazy: async () => ({ Component: (await import('./routes/person')).PersonScreen }),
      },
    ],
  },
  {
    path: 'roles',
    handle: { crumb: catalogue('Roles', 'Rollen') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/roles')).Roles }),
      },
      {
        path: 'new',
        handle: { crumb: catalogue('New role', 'Neue Rolle') },
        lazy: async () => ({ Component: (await import('./routes/new-role')).NewRole }),
      },
      {
        path: ':id',
        handle: { crumb: catalogue('Role', 'Rolle') },
        lazy: async () => ({ Component: (await import('./routes/role')).RoleScreen }),
      },
    ],
  },
];
