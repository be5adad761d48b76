import { currentLocale } from '@/admin/lib/i18n';
import { env } from '@/config/env';
import { Problem, problemOf, Unreachable } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Sending {
  body?: unknown;
  headers?: Record<string, string>;
  token: string | null;
  signal?: AbortSignal | undefined;
  /** It takes its time: much is read, or much comes back. */
  long?: boolean | undefined;
  /** False when nothing is lost by asking again; else whatever does not just get may have been done. */
  changes?: boolean;
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
  return reach(method, path, sending, async (response) => {
    const empty = response.status === 204 || response.headers.get('content-length') === '0';
    return { data: (empty ? undefined : await response.json()) as T, status: response.status };
  });
}

/** Reading the answer is part of the request: that may break off as well. */
export async function reach<T>(
  method: Method,
  path: string,
  sending: Sending,
  read: (response: Response) => Promise<T>,
): Promise<T> {
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
  const patience = AbortSignal.timeout(
    sending.long ? env.longRequestTimeoutMillis : env.requestTimeoutMillis,
  );
  init.signal = sending.signal ? AbortSignal.any([sending.signal, patience]) : patience;
  const mayBeDone = sending.changes ?? method !== 'GET';
  try {
    const response = await fetch(path, init);
    if (!response.ok) throw await problemOf(response, mayBeDone);
    return await read(response);
  } catch (failure) {
    const told = failure instanceof Problem || failure instanceof Unreachable;
    if (told || sending.signal?.aborted) throw failure;
    throw new Unreachable('no answer', mayBeDone, failure);
  }
}
