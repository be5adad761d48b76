import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const jobRoutes: RouteObject[] = [
  {
    path: 'jobs',
    handle: { crumb: catalogue('Jobs', 'Aufträge') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/jobs')).Jobs }),
      },
    ],
  },
];
