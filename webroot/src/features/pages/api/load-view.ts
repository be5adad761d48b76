import { env } from '@/config/env';
import { addressOf, paths } from '@/config/paths';
import { getJson, isRecord } from '@/lib/get-json';
import { localeOf } from '@/lib/locale';
import type { Frame, PageView, View } from '../view';

interface Kept {
  at: number;
  answer: Promise<unknown>;
}

/** Answers of the last seconds, so that what a pointer announced is there when it clicks. */
const kept = new Map<string, Kept>();

export async function loadView(path: string, signal?: AbortSignal): Promise<View> {
  const locale = localeOf(path);
  const [frame, page] = await Promise.all([
    answer(paths.api.frame(locale), asFrame),
    answer(paths.api.page(locale, addressOf(path)), asPage),
  ]);
  signal?.throwIfAborted();
  return { kind: 'page', path, frame, page };
}

function answer<T>(path: string, parse: (value: unknown) => T | null): Promise<T> {
  const now = Date.now();
  const found = kept.get(path);
  if (found && now - found.at < env.prefetchKeptMillis) return found.answer as Promise<T>;
  const asked = getJson(path, parse, AbortSignal.timeout(env.requestTimeoutMillis));
  asked.catch(() => kept.delete(path));
  kept.delete(path);
  kept.set(path, { at: now, answer: asked });
  const [oldest] = kept.keys();
  if (kept.size > env.prefetchKept && oldest !== undefined) kept.delete(oldest);
  return asked;
}

/** Trusts the contract beyond what tells a page from a problem. */
function asPage(value: unknown): PageView | null {
  return isRecord(value) && Array.isArray(value['blocks']) ? (value as unknown as PageView) : null;
}

function asFrame(value: unknown): Frame | null {
  return isRecord(value) && isRecord(value['menus']) ? (value as unknown as Frame) : null;
}
