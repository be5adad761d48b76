import { paths } from '@/config/paths';
import { getJson, isRecord } from '@/lib/get-json';

const statuses = ['healthy', 'degraded', 'unhealthy'] as const;

export interface Health {
  status: (typeof statuses)[number];
}

export function getHealth(signal: AbortSignal): Promise<Health> {
  return getJson(paths.api.health, parseHealth, signal);
}

function parseHealth(value: unknown): Health | null {
  const status = isRecord(value) ? statuses.find((known) => known === value['status']) : undefined;
  return status === undefined ? null : { status };
}
