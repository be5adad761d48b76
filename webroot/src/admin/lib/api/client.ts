import { Problem } from './problem';
import { proveAgain } from './proof';
import { refresh } from './refresh';
import { type Method, reach, send, type Sending } from './send';
import { currentToken } from './session';

export interface Options {
  body?: unknown;
  /** The version that was read and is now changed. */
  version?: number;
  /** One name for one intention, however often it is sent. */
  key?: string;
  /** Nobody did anything: this does not count as being at work. */
  background?: boolean;
  signal?: AbortSignal | undefined;
  accept?: string;
  /** It takes its time. */
  long?: boolean;
}

/** The API on behalf of the person who is signed in. */
export const api = {
  get: <T>(path: string, options: Options = {}) => asPerson<T>('GET', path, options),
  post: <T>(path: string, options: Options = {}) => asPerson<T>('POST', path, options),
  put: <T>(path: string, options: Options = {}) => asPerson<T>('PUT', path, options),
  patch: <T>(path: string, options: Options = {}) => asPerson<T>('PATCH', path, options),
  delete: <T>(path: string, options: Options = {}) => asPerson<T>('DELETE', path, options),
  /** Bytes, such as a picture or an export. */
  blob: (path: string, options: Options = {}): Promise<Blob> =>
    recovering((token) => {
      const sending = of({ ...options, long: true }, token);
      return reach('GET', path, sending, (response) => response.blob());
    }, options),
};

/** The API for somebody who is not signed in yet. */
export async function asVisitor<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return (await send<T>(method, path, { body, token: null })).data;
}

async function asPerson<T>(method: Method, path: string, options: Options): Promise<T> {
  const received = await recovering((token) => send<T>(method, path, of(options, token)), options);
  return received.data;
}

async function recovering<T>(
  attempt: (token: string | null) => Promise<T>,
  options: Options,
): Promise<T> {
  try {
    return await attempt(currentToken());
  } catch (failure) {
    if (!(failure instanceof Problem) || !(await remedy(failure, options))) throw failure;
    return attempt(currentToken());
  }
}

async function remedy(problem: Problem, options: Options): Promise<boolean> {
  if (problem.status === 401) return refresh(options.background ?? false);
  return problem.status === 403 && problem.is('reauthenticate') && proveAgain();
}

function of(options: Options, token: string | null): Sending {
  const headers: Record<string, string> = {};
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`;
  if (options.key !== undefined) headers['Idempotency-Key'] = options.key;
  if (options.background) headers['X-Background'] = 'true';
  if (options.accept !== undefined) headers['Accept'] = options.accept;
  return { body: options.body, headers, token, signal: options.signal, long: options.long };
}
