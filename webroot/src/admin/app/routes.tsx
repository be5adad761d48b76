import type { RouteObject } from 'react-router';
import { catalogue } from '@/admin/lib/i18n';
import { accessRoutes } from '@/admin/features/access/routes';
import { auditRoutes } from '@/admin/features/audit/routes';
import { dashboardRoutes } from '@/admin/features/dashboard/routes';
import { jobRoutes } from '@/admin/features/jobs/routes';
import { mailRoutes } from '@/admin/features/mail/routes';
import { peopleRoutes } from '@/admin/features/people/routes';
import { settingRoutes } from '@/admin/features/settings/routes';
import { systemRoutes } from '@/admin/features/system/routes';
import { webhookRoutes } from '@/admin/features/webhooks/routes';
import { gateRoutes, profileRoutes } from '@/admin/features/account/routes';
import { ReauthenticateDialog } from '@/admin/features/account/components/reauthenticate-dialog';
import { Broken, Missing } from './broken';
import { Gate } from './gate';
import { RequireSession } from './require-session';
import { Shell } from './shell';

const atWork = (
  <RequireSession>
    <Shell />
    <ReauthenticateDialog />
  </RequireSession>
);

/** Every screen; each feature brings its own, and each is loaded when it is first gone to. */
export const routes: RouteObject[] = [
  {
    errorElement: <Broken />,
    hydrateFallbackElement: <></>,
    children: [
      { element: <Gate />, children: gateRoutes },
      {
        path: '/',
        element: atWork,
        handle: { crumb: catalogue('Dashboard', 'Übersicht') },
        children: [
          {
            errorElement: <Broken />,
            children: [
              ...dashboardRoutes,
              ...peopleRoutes,
              ...accessRoutes,
              ...settingRoutes,
              ...systemRoutes,
              ...jobRoutes,
              ...mailRoutes,
              ...webhookRoutes,
              ...auditRoutes,
              ...profileRoutes,
              { path: '*', element: <Missing /> },
            ],
          },
        ],
      },
    ],
  },
];
