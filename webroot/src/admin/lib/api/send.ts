import { currentLocale } from '@/admin/lib/i18n';
import { env } from '@/config/env';
import { problemOf, Unreachable } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Sending {
  body?: unknown;
  headers?: Record<string, string>;
  token: string | null;
  signal?: AbortSignal | undefined;
}

export interface Received<T> {
  data: T;
  status: number;
}

/** One request as it goes over the wire; what it means when it is refused is decided elsewhere. */
export async function send<T>(
  method: Method,
  path: string,
  sending: Sending,
): Promise<Received<T>> {
  const response = await reach(method, path, sending);
  if (!response.ok) throw await problemOf(response);
  const empty = response.status === 204 || response.headers.get('content-length') === '0';
  return { data: (empty ? undefined : await response.json()) as T, status: response.status };
}

export async function reach(method: Method, path: string, sending: Sending): Promise<Response> {
  const headers = new Headers({
    Accept: 'application/json',
    'Accept-Language': currentLocale(),
    ...sending.headers,
  });
  if (sending.token !== null) headers.set('Authorization', `Bearer ${sending.token}`);
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (sending.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    init.body = JSON.stringify(sending.body);
  }
  const patience = AbortSignal.timeout(env.requestTimeoutMillis);
  init.signal = sending.signal ? AbortSignal.any([sending.signal, patience]) : patience;
  try {
    return await fetch(path, init);
  } catch (failure) {
    if (sending.signal?.aborted) throw failure;
    throw new Unreachable('no answer', { cause: failure });
  }
}
