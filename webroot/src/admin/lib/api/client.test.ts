import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { adminPaths } from '@/config/admin-paths';
import { api } from './client';
import { Problem } from './problem';
import { proveWith } from './proof';
import { adopt, currentSession, end, type Me } from './session';

const me = { id: 'p1', name: 'Test Person', permissions: ['self'] } as unknown as Me;
const signIn = (accessToken: string) =>
  ({ state: 'signedIn', accessToken, csrf: 'proof', person: me }) as const;

interface Sent {
  path: string;
  headers: Headers;
}

let sent: Sent[];

function answering(answer: (request: Sent) => Response | Promise<Response>) {
  sent = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const request = { path, headers: new Headers(init.headers) };
    sent.push(request);
    return Promise.resolve(answer(request));
  });
}

function refusal(status: number, code: string, errors: object[] = []) {
  const body = { type: `/docs/problems/${code}`, title: code, status, requestId: 'r1', errors };
  return Response.json(body, { status });
}

beforeEach(() => {
  adopt(signIn('old'));
});

afterEach(() => {
  end('left');
});

test('refreshes once for however many refused requests, and repeats each', async () => {
  answering(({ path, headers }) => {
    if (path === adminPaths.api.refresh) return Response.json(signIn('new'));
    return headers.get('Authorization') === 'Bearer new'
      ? Response.json({ path })
      : refusal(401, 'token-over');
  });

  const answers = await Promise.all(['/a', '/b', '/c'].map((path) => api.get(path)));

  expect(answers).toEqual([{ path: '/a' }, { path: '/b' }, { path: '/c' }]);
  const refreshed = sent.filter(({ path }) => path === adminPaths.api.refresh);
  expect(refreshed).toHaveLength(1);
  expect(refreshed[0]?.headers.get('X-CSRF-Token')).toBe('proof');
});

test('ends the session when the refresh is refused', async () => {
  answering(() => refusal(401, 'session-ended'));

  await expect(api.get('/a')).rejects.toThrow(Problem);

  expect(currentSession()).toEqual({ state: 'signedOut', reason: 'expired' });
});

test('keeps a session that took the place of the one whose refresh is refused', async () => {
  answering(({ path, headers }) => {
    if (path === adminPaths.api.refresh) {
      adopt(signIn('risen'));
      return refusal(401, 'session-ended');
    }
    return headers.get('Authorization') === 'Bearer risen'
      ? Response.json({ path })
      : refusal(401, 'token-over');
  });

  await expect(api.get('/a')).resolves.toEqual({ path: '/a' });

  expect(currentSession().state).toBe('signedIn');
});

test('keeps the session when the server cannot be reached', async () => {
  answering(({ path }) => {
    if (path === adminPaths.api.refresh) throw new TypeError('no answer');
    return refusal(401, 'token-over');
  });

  await expect(api.get('/a')).rejects.toThrow('no answer');

  expect(currentSession().state).toBe('signedIn');
});

test('asks for a fresh proof and goes on', async () => {
  let proved = false;
  const stop = proveWith(() => {
    proved = true;
    return Promise.resolve(true);
  });
  answering(() => (proved ? Response.json({ done: true }) : refusal(403, 'reauthenticate')));

  await expect(api.post('/a')).resolves.toEqual({ done: true });
  stop();
});

test('says which version is changed, which attempt it is, and that nobody did it', async () => {
  answering(() => new Response(null, { status: 204 }));

  await api.patch('/a', { body: {}, version: 7, key: 'k1', background: true });

  const headers = sent[0]?.headers;
  expect(headers?.get('If-Match')).toBe('"7"');
  expect(headers?.get('Idempotency-Key')).toBe('k1');
  expect(headers?.get('X-Background')).toBe('true');
});
