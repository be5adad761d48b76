import type { components } from '@/generated/contract';

type Document = components['schemas']['Problem'];

/** A refusal of the API, as RFC 9457 tells it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** The stable name of what is wrong: the last part of its type. */
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: NonNullable<Document['errors']>;
  readonly retryAfterSeconds: number | null;

  constructor(document: Document, retryAfterSeconds: number | null = null) {
    super(document.title);
    this.status = document.status;
    this.code = document.type.slice(document.type.lastIndexOf('/') + 1);
    this.detail = document.detail ?? '';
    this.requestId = document.requestId;
    this.errors = document.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }

  is(code: string): boolean {
    return this.code === code || this.errors.some((error) => error.code === code);
  }
}

/** The server did not answer at all, or not in its own words. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  /** What was asked for may have been done before the answer was lost. */
  readonly mayBeDone: boolean;

  constructor(message: string, mayBeDone: boolean, cause?: unknown) {
    super(message, { cause });
    this.mayBeDone = mayBeDone;
  }
}

export async function problemOf(
  response: Response,
  mayBeDone: boolean,
): Promise<Problem | Unreachable> {
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  try {
    const document = (await response.json()) as Document;
    return new Problem(document, Number.isFinite(wait) ? wait : null);
  } catch {
    return new Unreachable(`status ${response.status}`, mayBeDone);
  }
}

export function isProblem(failure: unknown, ...statuses: number[]): failure is Problem {
  return failure instanceof Problem && (statuses.length === 0 || statuses.includes(failure.status));
}
