import { catalogue } from '@/admin/lib/i18n';

export const sessionWords = catalogue(
  {
    thisOne: 'This one',
    from: 'From',
    device: 'Device',
    methods: 'Signed in with',
    methodNames: {
      password: 'Password',
      totp: 'App code',
      recoveryCode: 'Recovery code',
      passkey: 'Passkey',
      sso: 'Single sign-on',
    },
    begun: 'Since',
    active: 'Last active',
    expires: 'Ends',
    end: 'End',
    endOf: (device: string) => `End the session on ${device}`,
    none: 'No open session.',
  },
  {
    thisOne: 'Diese hier',
    from: 'Von',
    device: 'Gerät',
    methods: 'Angemeldet mit',
    methodNames: {
      password: 'Passwort',
      totp: 'App-Code',
      recoveryCode: 'Wiederherstellungscode',
      passkey: 'Passkey',
      sso: 'Einmalanmeldung',
    },
    begun: 'Seit',
    active: 'Zuletzt aktiv',
    expires: 'Endet',
    end: 'Beenden',
    endOf: (device: string) => `Sitzung auf ${device} beenden`,
    none: 'Keine offene Sitzung.',
  },
);
