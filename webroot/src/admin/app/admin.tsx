import { RouterProvider } from 'react-router/dom';
import { createBrowserRouter } from 'react-router';
import { adminPaths } from '@/config/admin-paths';
import { Providers } from './providers';
import { routes } from './routes';

const router = createBrowserRouter(routes, { basename: adminPaths.root });

export function Admin() {
  return (
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  );
}
