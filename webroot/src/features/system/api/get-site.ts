import { paths } from '@/config/paths';
import { getJson, isRecord } from '@/lib/get-json';

export interface Site {
  name: string;
  version: string;
  environment: string;
}

export function getSite(signal: AbortSignal): Promise<Site> {
  return getJson(paths.api.site, parseSite, signal);
}

function parseSite(value: unknown): Site | null {
  if (!isRecord(value)) return null;
  const { name, version, environment } = value;
  if (typeof name !== 'string' || typeof version !== 'string') return null;
  return typeof environment === 'string' ? { name, version, environment } : null;
}
