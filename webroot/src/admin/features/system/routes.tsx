import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const systemRoutes: RouteObject[] = [
  {
    path: 'system',
    handle: { crumb: catalogue('System', 'System') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/system')).System }),
      },
    ],
  },
];
