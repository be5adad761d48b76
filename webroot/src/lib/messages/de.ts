import type { Messages } from './en';

export const de: Messages = {
  languageName: 'Deutsch',
  language: 'Sprache',
  skipToContent: 'Zum Inhalt springen',
  homePage: 'Startseite',
  mainNavigation: 'Hauptmenü',
  footerNavigation: 'Fußzeile',

  theme: 'Farbschema',
  themeSystem: 'Wie das System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',

  title: 'Magnetiq – die Web-Plattform für Firmen, die Wissen verkaufen',
  description:
    'Ein Magnetiq-Server: der Zustand dieser Installation, live gelesen, und die Referenz seiner API.',
  headline: 'Die Web-Plattform für Firmen, die ihr Wissen verkaufen.',
  lead: 'Website, Inhalte und Buchungen in einem Programm, auf Deutsch und Englisch. Sie sehen einen laufenden Server; so geht es ihm.',
  openDocs: 'API-Referenz öffnen',

  stateHeading: 'Zustand des Systems',
  stateLoading: 'Wird geprüft',
  stateLoadingText: 'Der Server wird gefragt, wie es ihm geht.',
  stateHealthy: 'In Ordnung',
  stateHealthyText: 'Der Server und alles, was er braucht, antworten wie erwartet.',
  stateDegraded: 'Eingeschränkt',
  stateDegradedText:
    'Etwas, das der Server braucht, fehlt. Seiten werden ausgeliefert, manche Funktionen warten.',
  stateUnhealthy: 'Gestört',
  stateUnhealthyText:
    'Der Server antwortet, kann aber gerade nicht arbeiten. Warum, steht in seinem Protokoll.',
  stateUnreachable: 'Keine Antwort',
  stateUnreachableText: 'Die API hat nicht geantwortet. Diese Seite fragt alle 30 Sekunden erneut.',
  stateUnreachableAdvice: 'Bitte prüfen Sie Ihre Verbindung und ob der Server läuft.',
  stateNoScript:
    'Der Live-Zustand braucht JavaScript. Ohne lesen Sie bitte die Antwort im Original:',
  stateRefreshes: 'Alle 30 Sekunden neu gefragt, solange Sie hinsehen.',
  factSite: 'Website',
  factVersion: 'Version',
  factEnvironment: 'Umgebung',
  factChecked: 'Letzte Antwort',
  factUnknown: 'unbekannt',
  checkNow: 'Jetzt prüfen',
  tryAgain: 'Erneut versuchen',

  doorsHeading: 'Wie es von hier weitergeht',
  docsHeading: 'API-Referenz',
  docsText: 'Jede Operation mit Feldern, Grenzen und Fehlern; direkt auf der Seite auszuprobieren.',
  docsAction: 'Referenz lesen',
  contractHeading: 'Vertrag',
  contractText: 'Die OpenAPI-Datei, an die der Server selbst gebunden ist, für Ihren Generator.',
  contractAction: 'openapi.yaml holen',
  healthHeading: 'Gesundheit',
  healthText: 'Derselbe Zustand wie oben als JSON, für Ihre Überwachung.',
  healthAction: 'Antwort ansehen',
};
