import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const auditRoutes: RouteObject[] = [
  {
    path: 'audit',
    handle: { crumb: catalogue('Audit', 'Protokoll') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/audit')).Audit }),
      },
    ],
  },
];
