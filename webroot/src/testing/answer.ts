import { vi } from 'vitest';

export type Answers = Record<string, { status?: number; body: unknown } | 'dead'>;

/** Lets fetch answer from a table of paths; what the table lacks does not answer. */
export function answerWith(answers: Answers) {
  const fetch = vi.fn((path: string): Promise<Response> => {
    const answer = answers[path] ?? 'dead';
    if (answer === 'dead') return Promise.reject(new TypeError('no answer'));
    return Promise.resolve(Response.json(answer.body, { status: answer.status ?? 200 }));
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
