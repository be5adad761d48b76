import { adopt, type Me } from '@/admin/lib/api/session';

/** Somebody at work, as a sign-in would leave them. */
export function signedIn(about: Partial<Me> = {}): void {
  const person = {
    id: 'p1',
    name: 'Test Person',
    email: 'test@example.com',
    language: 'en',
    zone: 'Europe/Berlin',
    permissions: ['self'],
    idleMinutes: 30,
    version: 1,
    secondFactor: { required: false, enrolled: false },
    ...about,
  } as Me;
  adopt({ state: 'signedIn', accessToken: 'token', csrf: 'proof', person });
}
