import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const webhookRoutes: RouteObject[] = [
  {
    path: 'webhooks',
    handle: { crumb: catalogue('Webhooks', 'Webhooks') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/webhooks')).Webhooks }),
      },
      {
        path: ':id',
        handle: { crumb: catalogue('Webhook', 'Webhook') },
        lazy: async () => ({ Component: (await import('./routes/webhook')).Webhook }),
      },
    ],
  },
];
