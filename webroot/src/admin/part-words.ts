import type { Locale } from '@/lib/locale';

interface Part extends Record<Locale, string> {
  /** In German; the server says it in English. */
  effect: string;
}

const parts: Record<string, Part> = {
  database: {
    en: 'Database',
    de: 'Datenbank',
    effect:
      'Seiten kommen aus dem Speicher; gespeichert werden kann erst wieder, wenn die Datenbank zurück ist.',
  },
  replicas: {
    en: 'Replicas',
    de: 'Replikate',
    effect: 'Gelesen wird von der Hauptdatenbank, vielleicht langsamer; es fehlt nichts.',
  },
  redis: {
    en: 'Redis',
    de: 'Redis',
    effect: 'Nichts Sichtbares: Grenzen und Caches führt jede Instanz für sich.',
  },
  disk: {
    en: 'Disk',
    de: 'Festplatte',
    effect: 'Seiten und Buchungen gehen; Hochladen wird abgelehnt, wenn die Festplatte voll ist.',
  },
  queue: {
    en: 'Job queue',
    de: 'Auftragsschlange',
    effect: 'Mails und Nachrichten an Partner kommen spät; keine geht verloren.',
  },
  certificate: {
    en: 'Certificate',
    de: 'Zertifikat',
    effect: 'Ist es abgelaufen, lehnen Browser die Website ab: TLS_CERT erneuern.',
  },
  'log-file': {
    en: 'Log file',
    de: 'Logdatei',
    effect: 'Nichts für Besucher; das Log geht nur auf die Konsole.',
  },
  smtp: {
    en: 'Mail server',
    de: 'Mailserver',
    effect: 'Mails gehen später hinaus; keine geht verloren.',
  },
  audit: {
    en: 'Audit chain',
    de: 'Protokollkette',
    effect: 'Nichts Sichtbares: Jemand muss herausfinden, wer das Aufgeschriebene geändert hat.',
  },
  pages: { en: 'Pages', de: 'Seiten', effect: 'Seiten werden aus dem Speicher geliefert.' },
  settings: {
    en: 'Settings',
    de: 'Einstellungen',
    effect: 'Einstellungen lassen sich nicht ändern.',
  },
  mail: { en: 'Mail', de: 'Mail', effect: 'Mails gehen später hinaus.' },
  webhooks: { en: 'Webhooks', de: 'Webhooks', effect: 'Partner erfahren es später.' },
  'error-rate': {
    en: 'Errors',
    de: 'Fehler',
    effect: 'Mehr als 5 % der Antworten sind eigene Fehler.',
  },
  'slow-answers': {
    en: 'Slow answers',
    de: 'Langsame Antworten',
    effect: 'Eine von zwanzig Antworten braucht länger als eine Sekunde.',
  },
  cpu: {
    en: 'Processor',
    de: 'Prozessor',
    effect: 'Der Prozessor ist ausgelastet: eine Instanz hinzufügen.',
  },
  memory: {
    en: 'Memory',
    de: 'Speicher',
    effect: 'Der Heap bleibt nach dem Aufräumen voll: seine Grenze anheben.',
  },
  'event-loop-lag': {
    en: 'Event loops',
    de: 'Event-Loops',
    effect: 'Event-Loops werden aufgehalten: im Log nach blockierten Threads suchen.',
  },
};

const thresholds: Record<string, Record<Locale, string>> = {
  diskWarningPercent: { en: 'Disk: warning (%)', de: 'Festplatte: Warnung (%)' },
  diskFullPercent: { en: 'Disk: full (%)', de: 'Festplatte: voll (%)' },
  queueLateSeconds: { en: 'Jobs: late (s)', de: 'Aufträge: spät (s)' },
  queueStuckSeconds: { en: 'Jobs: stuck (s)', de: 'Aufträge: stehen (s)' },
  replicaLagSeconds: { en: 'Replicas: behind (s)', de: 'Replikate: im Rückstand (s)' },
  certificateDays: { en: 'Certificate: renew (days)', de: 'Zertifikat: erneuern (Tage)' },
};

const ticks: Record<string, Record<Locale, string>> = {
  'seal-audit': { en: 'Seal new audit entries', de: 'Neue Protokolleinträge versiegeln' },
  'verify-audit': { en: 'Verify the audit chain', de: 'Protokollkette prüfen' },
  'rotate-signing-keys': { en: 'Change the signing keys', de: 'Signaturschlüssel wechseln' },
  'purge-sessions-and-tokens': {
    en: 'Delete ended sessions and tokens',
    de: 'Beendete Sitzungen und Token löschen',
  },
  'reseal-factors': {
    en: 'Guard second factors with the new key',
    de: 'Zweite Faktoren mit dem neuen Schlüssel sichern',
  },
  'purge-logins': { en: 'Forget old failed sign-ins', de: 'Alte Fehlanmeldungen vergessen' },
  'purge-people': {
    en: 'Delete people for good after 30 days',
    de: 'Personen nach 30 Tagen endgültig löschen',
  },
  'purge-idempotency-keys': {
    en: 'Forget old idempotency keys',
    de: 'Alte Idempotenzschlüssel vergessen',
  },
  'purge-parked-jobs': {
    en: 'Delete jobs parked long ago',
    de: 'Lange abgestellte Aufträge löschen',
  },
  'purge-mails': { en: 'Delete old mails', de: 'Alte E-Mails löschen' },
  'purge-webhook-deliveries': {
    en: 'Delete old webhook deliveries',
    de: 'Alte Webhook-Zustellungen löschen',
  },
  'purge-assets': {
    en: 'Delete files of former builds',
    de: 'Dateien früherer Versionen löschen',
  },
};

export function partName(name: string, locale: Locale): string {
  return parts[name]?.[locale] ?? name;
}

/** What is noticed, in the language of the screen; what is new here as the server says it. */
export function effectOf(name: string, said: string | undefined, locale: Locale): string {
  const german = locale === 'de' ? parts[name]?.effect : undefined;
  return german ?? said ?? '';
}

export function thresholdName(name: string, locale: Locale): string {
  return thresholds[name]?.[locale] ?? name;
}

export function tickName(name: string, locale: Locale): string {
  return ticks[name]?.[locale] ?? name;
}
