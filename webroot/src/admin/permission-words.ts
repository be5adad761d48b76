import { type Catalogue, catalogue } from '@/admin/lib/i18n';

const known: Record<string, Catalogue<string>> = {
  'content:read': catalogue('Read drafts', 'Entwürfe lesen'),
  'content:write': catalogue('Write content', 'Inhalte schreiben'),
  'content:publish': catalogue('Publish content', 'Inhalte veröffentlichen'),
  'consulting:own': catalogue('Own consulting', 'Eigene Beratung'),
  'settings:read': catalogue('Read settings', 'Einstellungen lesen'),
  'settings:manage': catalogue('Change settings', 'Einstellungen ändern'),
  'people:read': catalogue('See people', 'Personen sehen'),
  'people:manage': catalogue('Invite and change people', 'Personen einladen und ändern'),
  'roles:read': catalogue('See roles', 'Rollen sehen'),
  'roles:manage': catalogue('Change roles', 'Rollen ändern'),
  'sessions:manage': catalogue('End sessions', 'Sitzungen beenden'),
  'keys:manage': catalogue('Manage API keys', 'API-Schlüssel verwalten'),
  'audit:read': catalogue('Read the audit trail', 'Protokoll lesen'),
  'audit:export': catalogue('Export the audit trail', 'Protokoll exportieren'),
  'mail:read': catalogue('See mails', 'Mails sehen'),
  'mail:manage': catalogue('Read and send mails', 'Mails lesen und senden'),
  'jobs:read': catalogue('See jobs', 'Aufträge sehen'),
  'jobs:manage': catalogue('Manage jobs', 'Aufträge verwalten'),
  'integrations:read': catalogue('See integrations', 'Anbindungen sehen'),
  'integrations:manage': catalogue('Manage integrations', 'Anbindungen verwalten'),
  'system:read': catalogue('See the system', 'System sehen'),
  'system:manage': catalogue('Maintain the system', 'System warten'),
};

/** What a permission lets somebody do; one that is new here shows its own name. */
export function permissionLabel(name: string, locale: 'en' | 'de'): string {
  return known[name]?.[locale] ?? name;
}

const groups: Record<string, Catalogue<string>> = {
  content: catalogue('Content', 'Inhalte'),
  consulting: catalogue('Consulting', 'Beratung'),
  settings: catalogue('Settings', 'Einstellungen'),
  people: catalogue('People', 'Personen'),
  roles: catalogue('Roles', 'Rollen'),
  sessions: catalogue('Sessions', 'Sitzungen'),
  keys: catalogue('API keys', 'API-Schlüssel'),
  audit: catalogue('Audit trail', 'Protokoll'),
  mail: catalogue('Mail', 'Mail'),
  jobs: catalogue('Jobs', 'Aufträge'),
  integrations: catalogue('Integrations', 'Anbindungen'),
  system: catalogue('System', 'System'),
};

export function groupLabel(name: string, locale: 'en' | 'de'): string {
  return groups[name]?.[locale] ?? name;
}
