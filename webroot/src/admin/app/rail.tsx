import { ActionIcon, AppShell, Group, NavLink, ScrollArea, Text, Tooltip } from '@mantine/core';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { useMe } from '@/admin/lib/use-session';
import { adminPaths } from '@/config/admin-paths';
import { allowed, navigation, type Place } from './navigation';
import { words } from './words';

interface RailProps {
  slim: boolean;
  onCollapse: () => void;
}

export function Rail({ slim, onCollapse }: RailProps) {
  const text = useWords(words);
  const locale = useAdminLocale();
  const me = useMe();
  const label = slim ? text.expand : text.collapse;
  return (
    <>
      <AppShell.Section grow component={ScrollArea}>
        {allowed(navigation, me.permissions).map((area) => (
          <div key={area.label.en}>
            {!slim && (
              <Text size="xs" c="dimmed" fw={500} px="sm" pt="md" pb={4}>
                {area.label[locale]}
              </Text>
            )}
            {area.places.map((place) => (
              <RailLink key={place.to} place={place} slim={slim} />
            ))}
          </div>
        ))}
      </AppShell.Section>
      <AppShell.Section visibleFrom="md">
        <Group justify={slim ? 'center' : 'flex-end'}>
          <Tooltip label={label} position="right">
            <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onCollapse}>
              {slim ? (
                <PanelLeftOpen size={20} strokeWidth={1.5} aria-hidden />
              ) : (
                <PanelLeftClose size={20} strokeWidth={1.5} aria-hidden />
              )}
            </ActionIcon>
          </Tooltip>
        </Group>
      </AppShell.Section>
    </>
  );
}

function RailLink({ place, slim }: { place: Place; slim: boolean }) {
  const locale = useAdminLocale();
  const { pathname } = useLocation();
  const label = place.label[locale];
  const active =
    place.to === adminPaths.screens.home
      ? pathname === place.to
      : pathname === place.to || pathname.startsWith(`${place.to}/`);
  const Icon = place.icon;
  return (
    <Tooltip label={label} position="right" disabled={!slim}>
      <NavLink
        component={Link}
        to={place.to}
        className="rail__link"
        active={active}
        data-slim={slim || undefined}
        aria-current={active ? 'page' : undefined}
        aria-label={label}
        label={slim ? undefined : label}
        leftSection={<Icon size={20} strokeWidth={1.5} aria-hidden />}
      />
    </Tooltip>
  );
}
