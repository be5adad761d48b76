import type { Locale } from '@/lib/locale';

interface SettingWords {
  label: string;
  help: string;
}

const known: Record<string, Record<Locale, SettingWords>> = {
  'company.name': {
    en: { label: 'Name', help: 'In the title of every page and in every mail.' },
    de: { label: 'Name', help: 'Im Titel jeder Seite und in jeder Mail.' },
  },
  'company.tagline': {
    en: { label: 'Tagline', help: 'Beside the name, where there is room.' },
    de: { label: 'Leitsatz', help: 'Neben dem Namen, wo Platz ist.' },
  },
  'company.contactEmail': {
    en: { label: 'Contact e-mail', help: 'Where visitors write to.' },
    de: { label: 'Kontakt-E-Mail', help: 'Wohin Besucher schreiben.' },
  },
  'company.phone': {
    en: { label: 'Telephone', help: 'As it is dialled from abroad.' },
    de: { label: 'Telefon', help: 'So, wie man aus dem Ausland wählt.' },
  },
  'company.address': {
    en: { label: 'Postal address', help: 'Up to eight lines.' },
    de: { label: 'Postanschrift', help: 'Bis zu acht Zeilen.' },
  },
  'maintenance.enabled': {
    en: {
      label: 'Maintenance mode',
      help: 'Visitors see the message below instead of the site; staff pass.',
    },
    de: {
      label: 'Wartungsmodus',
      help: 'Besucher sehen statt der Website die Nachricht unten; Mitarbeitende kommen durch.',
    },
  },
  'maintenance.message': {
    en: { label: 'Message', help: 'What visitors read while it is on.' },
    de: { label: 'Nachricht', help: 'Was Besucher währenddessen lesen.' },
  },
  'limits.apiPerMinute': {
    en: { label: 'API requests a minute', help: 'For each address that is not signed in.' },
    de: { label: 'API-Anfragen je Minute', help: 'Für jede Adresse, die nicht angemeldet ist.' },
  },
  'limits.apiPerHour': {
    en: { label: 'API requests an hour', help: 'For each address that is not signed in.' },
    de: { label: 'API-Anfragen je Stunde', help: 'Für jede Adresse, die nicht angemeldet ist.' },
  },
  'limits.apiBurst': {
    en: { label: 'API requests at once', help: 'How many may come in the same moment.' },
    de: { label: 'API-Anfragen auf einmal', help: 'Wie viele im selben Moment kommen dürfen.' },
  },
  'limits.loginPerMinute': {
    en: { label: 'Sign-ins a minute', help: 'Attempts for each address.' },
    de: { label: 'Anmeldungen je Minute', help: 'Versuche für jede Adresse.' },
  },
  'limits.refreshesPerMinute': {
    en: { label: 'Session renewals a minute', help: 'For each address.' },
    de: { label: 'Sitzungserneuerungen je Minute', help: 'Für jede Adresse.' },
  },
  'limits.formsPerMinute': {
    en: { label: 'Forms a minute', help: 'Sent from each address.' },
    de: { label: 'Formulare je Minute', help: 'Von jeder Adresse gesendet.' },
  },
  'limits.downloadsPerFiveMinutes': {
    en: { label: 'Downloads in five minutes', help: 'For each address.' },
    de: { label: 'Downloads in fünf Minuten', help: 'Für jede Adresse.' },
  },
  'limits.staffPerMinute': {
    en: { label: 'Staff requests a minute', help: 'For each person who is signed in.' },
    de: { label: 'Mitarbeiter-Anfragen je Minute', help: 'Für jede angemeldete Person.' },
  },
  'retention.parkedJobsDays': {
    en: { label: 'Parked jobs (days)', help: 'Then they are deleted.' },
    de: { label: 'Abgestellte Aufträge (Tage)', help: 'Danach werden sie gelöscht.' },
  },
  'retention.mailDays': {
    en: { label: 'Mails (days)', help: 'Sent or failed; then they are deleted.' },
    de: { label: 'E-Mails (Tage)', help: 'Gesendet oder gescheitert; danach werden sie gelöscht.' },
  },
  'security.accessMinutes': {
    en: { label: 'Access token (minutes)', help: 'How long it is good before it is renewed.' },
    de: { label: 'Zugriffstoken (Minuten)', help: 'Wie lange es gilt, bevor es erneuert wird.' },
  },
  'security.refreshDays': {
    en: { label: 'Session (days)', help: 'How long somebody stays signed in at most.' },
    de: { label: 'Sitzung (Tage)', help: 'Wie lange jemand höchstens angemeldet bleibt.' },
  },
  'security.idleMinutes': {
    en: { label: 'Idle limit (minutes)', help: 'Without work the session ends after that.' },
    de: { label: 'Leerlaufgrenze (Minuten)', help: 'Ohne Arbeit endet die Sitzung danach.' },
  },
};

/** How a setting is called; one that is new here goes by its key. */
export function settingWords(key: string, locale: Locale): SettingWords {
  return known[key]?.[locale] ?? { label: key, help: '' };
}
