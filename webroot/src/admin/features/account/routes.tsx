import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';

const login: NonNullable<RouteObject['lazy']> = async () => ({
  Component: (await import('./routes/login')).Login,
});

export const gateRoutes: RouteObject[] = [
  { path: 'login', lazy: login },
  { path: 'unlock', lazy: login },
  {
    path: 'forgot',
    lazy: async () => ({ Component: (await import('./routes/forgot')).Forgot }),
  },
  {
    path: 'reset',
    lazy: async () => ({ Component: (await import('./routes/reset')).Reset }),
  },
  {
    path: 'invite',
    lazy: async () => ({ Component: (await import('./routes/invite')).Invite }),
  },
  {
    path: 'setup',
    lazy: async () => ({ Component: (await import('./routes/invite')).Invite }),
  },
  {
    path: 'email',
    lazy: async () => ({ Component: (await import('./routes/confirm-email')).ConfirmEmail }),
  },
  {
    path: 'sso',
    lazy: async () => ({ Component: (await import('./routes/sso')).Sso }),
  },
  {
    path: 'enrol',
    lazy: async () => ({ Component: (await import('./routes/enrol')).Enrol }),
  },
];

export const profileRoutes: RouteObject[] = [
  {
    path: 'profile',
    handle: { crumb: catalogue('Profile', 'Profil') },
    lazy: async () => ({ Component: (await import('./routes/profile')).Profile }),
  },
];
