/** What the build fixes; everything that may differ between installations comes from the API. */
export const env = {
  productName: 'Magnetiq',
  statusRefreshMillis: 30_000,
  requestTimeoutMillis: 8_000,
} as const;
