import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

export const mailRoutes: RouteObject[] = [
  {
    path: 'mails',
    handle: { crumb: catalogue('Mailbox', 'Postausgang') },
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./routes/mails')).Mails }),
      },
    ],
  },
];
