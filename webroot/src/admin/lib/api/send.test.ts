import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signedIn } from '@/admin/testing/signed-in';
import { textOf } from '@/admin/lib/failure';
import { api } from './client';
import { end } from './session';

const second = 1000;
const mayBeDone = /not known whether this was done/;

/** A timeout by the clock of the test. */
function timeout(millis: number): AbortSignal {
  const control = new AbortController();
  setTimeout(() => {
    control.abort(new DOMException('over', 'TimeoutError'));
  }, millis);
  return control.signal;
}

/** Begins to answer at once, and gets to the end of it after so long. */
function answeringAfter(millis: number) {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start(out) {
        signal?.addEventListener('abort', () => {
          out.error(signal.reason);
        });
        setTimeout(() => {
          if (signal?.aborted) return;
          out.enqueue(new TextEncoder().encode('{"intact":true}'));
          out.close();
        }, millis);
      },
    });
    return Promise.resolve(new Response(body));
  });
}

async function outcome(asked: Promise<unknown>): Promise<unknown> {
  const settled = asked.catch((failure: unknown) => textOf(failure).detail);
  await vi.advanceTimersByTimeAsync(60 * second);
  return settled;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(timeout);
  signedIn();
});

afterEach(() => {
  vi.useRealTimers();
  end('left');
});

test('what takes its time is waited for', async () => {
  answeringAfter(50 * second);

  expect(await outcome(api.post('/verify', { long: true }))).toEqual({ intact: true });
  const download = await outcome(api.blob('/export').then((blob) => blob.text()));
  expect(download).toBe('{"intact":true}');
});

test('says that nothing was changed only where nothing can have been', async () => {
  answeringAfter(50 * second);

  expect(await outcome(api.get('/a'))).toMatch(/Nothing was changed/);
  expect(await outcome(api.post('/a'))).toMatch(mayBeDone);

  vi.stubGlobal('fetch', () => Promise.resolve(new Response('Bad gateway', { status: 502 })));
  expect(await outcome(api.delete('/a'))).toMatch(mayBeDone);
});
