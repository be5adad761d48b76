import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const settingRoutes: RouteObject[] = [
  {
    path: 'settings',
    handle: { crumb: catalogue('Settings', 'Einstellungen') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/settings')).Settings }),
      },
    ],
  },
];
