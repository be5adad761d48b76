import { common } from '@/admin/common';
import { isProblem, Problem, Unreachable } from './api/problem';
import { currentLocale } from './i18n';

export interface FailureText {
  title: string;
  detail: string;
  requestId: string | null;
}

/** What happened, in the words of the API where it had any. */
export function textOf(failure: unknown): FailureText {
  const words = common[currentLocale()].failures;
  if (failure instanceof Problem) {
    const detail =
      isProblem(failure, 429, 503) && failure.retryAfterSeconds !== null
        ? words.retryIn(failure.retryAfterSeconds)
        : failure.detail;
    return { title: failure.message, detail, requestId: failure.requestId };
  }
  const mayBeDone = failure instanceof Unreachable && failure.mayBeDone;
  const detail = mayBeDone ? words.mayBeDoneDetail : words.unreachableDetail;
  return { title: words.unreachable, detail, requestId: null };
}
