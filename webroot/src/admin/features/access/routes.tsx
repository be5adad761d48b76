import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const accessRoutes: RouteObject[] = [
  {
    path: 'sessions',
    handle: { crumb: catalogue('Sessions', 'Sitzungen') },
    lazy: async () => ({ Component: (await import('./routes/sessions')).Sessions }),
  },
  {
    path: 'keys',
    handle: { crumb: catalogue('API keys', 'API-Schlüssel') },
    lazy: async () => ({ Component: (await import('./routes/keys')).Keys }),
  },
];
