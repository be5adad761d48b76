import { env } from '@/config/env';

export type Parse<T> = (value: unknown) => T | null;

/** Reads one JSON answer with a deadline. An error status with a body that parses is an answer too. */
export async function getJson<T>(path: string, parse: Parse<T>, signal: AbortSignal): Promise<T> {
  const deadline = AbortSignal.timeout(env.requestTimeoutMillis);
  const response = await fetch(path, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.any([signal, deadline]),
  });
  const parsed = parse(await response.json());
  if (parsed === null) throw new Error(`${path} answered ${response.status} in an unknown shape`);
  return parsed;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
