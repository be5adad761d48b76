import { AppShell } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useWords } from '@/admin/lib/i18n';
import { useRemembered } from '@/admin/lib/remembered';
import { Breadcrumb } from './breadcrumb';
import { CommandPalette } from './command-palette';
import { IdleDialog } from './idle-dialog';
import { LiveProvider } from './live-provider';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { words } from './words';

const wide = 232;
const slim = 64;

export function Shell() {
  const text = useWords(words);
  const { pathname } = useLocation();
  const [drawer, { toggle, close }] = useDisclosure();
  const [collapsed, setCollapsed] = useRemembered('admin.rail', false);
  useEffect(close, [pathname, close]);
  return (
    <LiveProvider>
      <a className="skip-link" href="#main">
        {text.skip}
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{
          width: collapsed ? slim : wide,
          breakpoint: 'md',
          collapsed: { mobile: !drawer },
        }}
        padding={{ base: 'md', md: 'xl' }}
        transitionDuration={0}
      >
        <AppShell.Header className="shell__header">
          <TopBar drawer={drawer} onDrawer={toggle} />
        </AppShell.Header>
        <AppShell.Navbar className="shell__rail" p="xs" aria-label={text.navigation}>
          <Rail
            slim={collapsed && !drawer}
            onCollapse={() => {
              setCollapsed(!collapsed);
            }}
          />
        </AppShell.Navbar>
        <AppShell.Main id="main" className="shell__main" tabIndex={-1}>
          <div className="shell__screen">
            <Breadcrumb />
            <Outlet />
          </div>
        </AppShell.Main>
      </AppShell>
      <CommandPalette />
      <IdleDialog />
    </LiveProvider>
  );
}
