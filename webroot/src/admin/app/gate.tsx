import { Group } from '@mantine/core';
import { Outlet } from 'react-router';
import { Brand } from './brand';
import { LanguageMenu } from './language-menu';
import { ThemeMenu } from './theme-menu';

/** The frame of everything that comes before one is at work: signing in, invitations, new passwords. */
export function Gate() {
  return (
    <div className="gate">
      <header className="gate__bar">
        <Brand />
        <Group gap={4}>
          <LanguageMenu />
          <ThemeMenu />
        </Group>
      </header>
      <main className="gate__main" id="main">
        <Outlet />
      </main>
    </div>
  );
}
