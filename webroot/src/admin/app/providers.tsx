import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { isProblem } from '@/admin/lib/api/problem';
import { useAdminLocale } from '@/admin/lib/i18n';
import { colorSchemes, themeIn, variables } from './theme';

const fresh = 15_000;
const retries = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: fresh,
      retry: (count, failure) => count < retries && !isProblem(failure),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export function Providers({ children }: { children: ReactNode }) {
  const locale = useAdminLocale();
  const theme = useMemo(() => themeIn(locale), [locale]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queries}>
        <ModalsProvider>
          <Notifications position="bottom-right" className="toasts" />
          {children}
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
