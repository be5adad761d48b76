import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { themeIn } from '@/admin/app/theme';

// Whole forms are drawn here, on whatever machine it is; a wait ends as soon as it may.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

/** Shows a piece of the admin with all that stands around it, but for the shell. */
export function onScreen(piece: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path: '*', element: piece }]);
  const { unmount } = render(
    <MantineProvider env="test" theme={themeIn('en')}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { queries, router, unmount };
}
