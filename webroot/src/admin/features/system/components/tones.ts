export const tones = {
  healthy: 'green',
  up: 'green',
  degraded: 'yellow',
  unhealthy: 'red',
  down: 'red',
} as const;
