export const en = {
  languageName: 'English',
  language: 'Language',
  skipToContent: 'Skip to content',
  homePage: 'Home page',
  mainNavigation: 'Main',
  footerNavigation: 'Footer',

  theme: 'Theme',
  themeSystem: 'Like the system',
  themeLight: 'Light',
  themeDark: 'Dark',

  title: 'Magnetiq – the web platform for companies that sell what they know',
  description:
    'A Magnetiq server: the state of this installation, read live, and the reference of its API.',
  headline: 'The web platform for companies that sell what they know.',
  lead: 'Site, content and bookings in one program, in English and German. You are looking at a running server; this is how it is doing.',
  openDocs: 'Open the API reference',

  stateHeading: 'State of the system',
  stateLoading: 'Checking',
  stateLoadingText: 'Asking the server how it is doing.',
  stateHealthy: 'Healthy',
  stateHealthyText: 'The server and everything it depends on answer as they should.',
  stateDegraded: 'Limited',
  stateDegradedText:
    'Something the server depends on is away. Pages are still served; some functions may wait.',
  stateUnhealthy: 'Down',
  stateUnhealthyText:
    'The server answers, but it cannot do its work at the moment. Its log says why.',
  stateUnreachable: 'No answer',
  stateUnreachableText: 'The API did not answer. This page keeps asking every 30 seconds.',
  stateUnreachableAdvice: 'Please check your connection, or that the server is running.',
  stateNoScript: 'The live state needs JavaScript. Without it, please read the plain answer:',
  stateRefreshes: 'Asked again every 30 seconds while you look.',
  factSite: 'Site',
  factVersion: 'Version',
  factEnvironment: 'Environment',
  factChecked: 'Last answer',
  factUnknown: 'unknown',
  checkNow: 'Check now',
  tryAgain: 'Try again',

  doorsHeading: 'Where to go from here',
  docsHeading: 'API reference',
  docsText: 'Every operation with its fields, limits and errors; try them from the page.',
  docsAction: 'Read the reference',
  contractHeading: 'Contract',
  contractText: 'The OpenAPI file the server itself is bound to, for your own generator.',
  contractAction: 'Get openapi.yaml',
  healthHeading: 'Health',
  healthText: 'The same state as above as JSON, for your monitoring.',
  healthAction: 'See the answer',
};

export type Messages = Readonly<typeof en>;
