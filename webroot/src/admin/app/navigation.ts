import {
  type LucideIcon,
  HeartPulse,
  KeyRound,
  LayoutDashboard,
  ListTodo,
  Mails,
  MonitorSmartphone,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  UserRound,
  Users,
  Webhook,
} from 'lucide-react';
import { type Catalogue, catalogue } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';

export interface Place {
  to: string;
  label: Catalogue<string>;
  icon: LucideIcon;
  permission?: string;
}

export interface Area {
  label: Catalogue<string>;
  places: Place[];
}

const { screens } = adminPaths;

/** Where one can go; who may not go there does not see it. */
export const navigation: Area[] = [
  {
    label: catalogue('Overview', 'Überblick'),
    places: [
      { to: screens.home, label: catalogue('Dashboard', 'Übersicht'), icon: LayoutDashboard },
    ],
  },
  {
    label: catalogue('People and access', 'Personen und Zugang'),
    places: [
      {
        to: screens.people,
        label: catalogue('People', 'Personen'),
        icon: Users,
        permission: 'people:read',
      },
      {
        to: screens.roles,
        label: catalogue('Roles', 'Rollen'),
        icon: ShieldCheck,
        permission: 'roles:read',
      },
      {
        to: screens.sessions,
        label: catalogue('Sessions', 'Sitzungen'),
        icon: MonitorSmartphone,
        permission: 'sessions:manage',
      },
      {
        to: screens.keys,
        label: catalogue('API keys', 'API-Schlüssel'),
        icon: KeyRound,
        permission: 'keys:manage',
      },
    ],
  },
  {
    label: catalogue('Operation', 'Betrieb'),
    places: [
      {
        to: screens.settings,
        label: catalogue('Settings', 'Einstellungen'),
        icon: SlidersHorizontal,
        permission: 'settings:read',
      },
      {
        to: screens.system,
        label: catalogue('System', 'System'),
        icon: HeartPulse,
        permission: 'system:read',
      },
      {
        to: screens.jobs,
        label: catalogue('Jobs', 'Aufträge'),
        icon: ListTodo,
        permission: 'jobs:read',
      },
      {
        to: screens.mails,
        label: catalogue('Mailbox', 'Postausgang'),
        icon: Mails,
        permission: 'mail:read',
      },
      {
        to: screens.webhooks,
        label: catalogue('Webhooks', 'Webhooks'),
        icon: Webhook,
        permission: 'integrations:read',
      },
      {
        to: screens.audit,
        label: catalogue('Audit', 'Protokoll'),
        icon: ScrollText,
        permission: 'audit:read',
      },
    ],
  },
  {
    label: catalogue('Yourself', 'Sie selbst'),
    places: [{ to: screens.profile, label: catalogue('Profile', 'Profil'), icon: UserRound }],
  },
];

export function allowed(areas: readonly Area[], permissions: readonly string[]): Area[] {
  return areas
    .map(({ label, places }) => ({
      label,
      places: places.filter(
        ({ permission }) => permission === undefined || permissions.includes(permission),
      ),
    }))
    .filter(({ places }) => places.length > 0);
}
